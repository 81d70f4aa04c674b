package io.foyer.hub.site;

import io.foyer.hub.domain.house.Text;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Some credentials of a file cannot be: what objects to them, by their place among the file's credentials. */
    record Refused(SortedMap<Integer, Text> credentials) implements Reply {
        public Refused {
            credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
        }
    }

    /** What is wrong with one field, and what would be right. */
    record FieldError(String field, Text text) {}
}
