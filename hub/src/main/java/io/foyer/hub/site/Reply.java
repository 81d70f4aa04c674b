package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.house.Text;
import java.util.List;
import java.util.Map;

/** What became of an act. */
public sealed interface Reply {
    /** In force and durable. */
    record Done() implements Reply {}

    /** A restriction that is in force already and will be durable when the database is back. */
    record InForce() implements Reply {}

    /** It cannot be made durable now, and is not in force: it has not happened. */
    record Unavailable() implements Reply {}

    /** It would let somebody in, and the database fell silent over it: it comes into force if that has it. */
    record Undecided() implements Reply {}

    /** The database refused what it says, and why: it is not in force, and will not be. */
    record Unwritable(String reason) implements Reply {}

    /** It names something that is not there. */
    record Missing(String what) implements Reply {}

    /** It cannot be beside what is there already, which this sentence names. */
    record Conflict(String detail) implements Reply {}

    /** It cannot be: field by field. */
    record Invalid(List<FieldError> errors) implements Reply {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Some credentials of a file cannot be.
     *
     * @param credentials what objects to the first of them
     * @param more others that cannot be either
     */
    record Refused(Map<Credential.Key, Text> credentials, int more) implements Reply {
        public Refused {
            credentials = Map.copyOf(credentials);
        }
    }

    /** What is wrong with one field, and what would be right. */
    record FieldError(String field, Text text) {}
}
