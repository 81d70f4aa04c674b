package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.house.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of an act. */
public sealed interface Reply {
    /** Hands this reply to the method of its kind. */
    <T> T accept(Visitor<T> visitor);

    /** Whether the act is in force and durable. */
    default boolean isDone() {
        return false;
    }

    /** Which credentials of a file cannot be; null where all can. */
    default @Nullable Refused refusal() {
        return null;
    }

    /** One method for each kind of reply: a kind that somebody forgets does not compile. */
    interface Visitor<T> {
        T done(Done reply);

        T inForce(InForce reply);

        T unavailable(Unavailable reply);

        T undecided(Undecided reply);

        T unwritable(Unwritable reply);

        T missing(Missing reply);

        T conflict(Conflict reply);

        T invalid(Invalid reply);

        T refused(Refused reply);
    }

    /** In force and durable. */
    record Done() implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.done(this);
        }

        @Override
        public boolean isDone() {
            return true;
        }
    }

    /** A restriction that is in force already and will be durable when the database is back. */
    record InForce() implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.inForce(this);
        }
    }

    /** It cannot be made durable now, and is not in force: it has not happened. */
    record Unavailable() implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.unavailable(this);
        }
    }

    /** It would let somebody in, and the database fell silent over it: it comes into force if that has it. */
    record Undecided() implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.undecided(this);
        }
    }

    /** The database refused what it says, and why: it is not in force, and will not be. */
    record Unwritable(String reason) implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.unwritable(this);
        }
    }

    /** It names something that is not there. */
    record Missing(String what) implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.missing(this);
        }
    }

    /** It cannot be beside what is there already, which this sentence names. */
    record Conflict(String detail) implements Reply {
        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.conflict(this);
        }
    }

    /** It cannot be: field by field. */
    record Invalid(List<FieldError> errors) implements Reply {
        public Invalid {
            errors = List.copyOf(errors);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.invalid(this);
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

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.refused(this);
        }

        @Override
        public Refused refusal() {
            return this;
        }
    }

    /** What is wrong with one field, and what would be right. */
    record FieldError(String field, Text text) {}
}
