package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.definition.BilingualText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of a command, for the person who gave the command. */
public sealed interface Reply {
    /** Hands this reply to the method of its kind. */
    <T> T accept(ReplyVisitor<T> visitor);

    /** True where the command is in force and durable. */
    default boolean isDone() {
        return false;
    }

    /** The refused credentials of a file; null where none is refused. */
    default @Nullable CredentialRefusal refusal() {
        return null;
    }

    /** One method for each kind of reply. The compiler finds a kind that somebody forgets. */
    interface ReplyVisitor<T> {
        T done(Success reply);

        T inForce(InForceReply reply);

        T unavailable(Unavailability reply);

        T undecided(OpenOutcome reply);

        T unwritable(ContentRefusal reply);

        T missing(MissingThing reply);

        T conflict(Conflict reply);

        T invalid(InvalidFields reply);

        T refused(CredentialRefusal reply);
    }

    /** The command is in force and durable. */
    record Success() implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.done(this);
        }

        @Override
        public boolean isDone() {
            return true;
        }
    }

    /** The command is a restriction. It is in force already, and will be durable when the database is back. */
    record InForceReply() implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.inForce(this);
        }
    }

    /** The command cannot become durable now. It is not in force and has no effect. */
    record Unavailability() implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.unavailable(this);
        }
    }

    /**
     * The command is a permission, and the database fell silent. The command comes into force if the database has taken
     * it.
     */
    record OpenOutcome() implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.undecided(this);
        }
    }

    /** The database refused the command for this reason. The command is not in force and never will be. */
    record ContentRefusal(String reason) implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.unwritable(this);
        }
    }

    /** The command names a thing that does not exist. */
    record MissingThing(String what) implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.missing(this);
        }
    }

    /** The command conflicts with something that exists already; {@code detail} is a sentence that names it. */
    record Conflict(String detail) implements Reply {
        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.conflict(this);
        }
    }

    /** Fields of the command are wrong. */
    record InvalidFields(List<FieldError> errors) implements Reply {
        public InvalidFields {
            errors = List.copyOf(errors);
        }

        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.invalid(this);
        }
    }

    /**
     * Credentials of a file are refused.
     *
     * @param credentials the objection to each of the first ones
     * @param more how many others are refused too
     */
    record CredentialRefusal(Map<Credential.CredentialKey, BilingualText> credentials, int more) implements Reply {
        public CredentialRefusal {
            credentials = Map.copyOf(credentials);
        }

        @Override
        public <T> T accept(ReplyVisitor<T> visitor) {
            return visitor.refused(this);
        }

        @Override
        public CredentialRefusal refusal() {
            return this;
        }
    }

    /** What is wrong with one field, and what would be right. */
    record FieldError(String field, BilingualText text) {}
}
