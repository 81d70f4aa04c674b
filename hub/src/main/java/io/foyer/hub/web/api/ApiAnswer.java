package io.foyer.hub.web.api;

import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.wire.Problem;
import java.util.HashMap;
import java.util.Map;

/** The answer to a request: a status, a record to write as JSON, and headers. */
record ApiAnswer(int status, Object body, Map<String, String> headers) {
    static ApiAnswer ok(Object body) {
        return new ApiAnswer(200, body, Map.of());
    }

    static ApiAnswer problem(Problem problem) {
        return new ApiAnswer(problem.status(), problem, Map.of());
    }

    static ApiAnswer problem(int status, String detail) {
        return problem(Problem.of(status, detail));
    }

    static ApiAnswer missing(String what) {
        return problem(404, "There is no " + what + ".");
    }

    /** The answer to a command. It has {@code body} where the command is in force, or was only tried. */
    static ApiAnswer of(Reply reply, Object body) {
        return reply.accept(new ReplyAnswer(body));
    }

    private record ReplyAnswer(Object body) implements Reply.ReplyVisitor<ApiAnswer> {
        @Override
        public ApiAnswer done(Reply.Success reply) {
            return ok(body);
        }

        @Override
        public ApiAnswer inForce(Reply.InForceReply reply) {
            return new ApiAnswer(202, body, Map.of());
        }

        @Override
        public ApiAnswer unavailable(Reply.Unavailability reply) {
            return problem(
                    503, "The database is away, so the change is not in force. Try again when the database is back.");
        }

        @Override
        public ApiAnswer undecided(Reply.OpenOutcome reply) {
            return problem(
                    503,
                    "The database does not answer. The change is not in force now; it will be if the database has it."
                            + " Look it up when the database is back.");
        }

        @Override
        public ApiAnswer unwritable(Reply.ContentRefusal reply) {
            return problem(
                    422,
                    "The database refused a value, so the change is not in force: " + reply.reason()
                            + ". The change is among the dead letters.");
        }

        @Override
        public ApiAnswer missing(Reply.MissingThing reply) {
            return ApiAnswer.missing(reply.what());
        }

        @Override
        public ApiAnswer conflict(Reply.Conflict reply) {
            return problem(409, reply.detail());
        }

        @Override
        public ApiAnswer invalid(Reply.InvalidFields reply) {
            return problem(Problem.invalid(reply.errors()));
        }

        /** The answer to a file of people is a report, which names the credentials. */
        @Override
        public ApiAnswer refused(Reply.CredentialRefusal reply) {
            return ok(body);
        }
    }

    /** Makes this the last answer of the connection. The hub does not read what the client still sends. */
    ApiAnswer last() {
        return with("Connection", "close");
    }

    ApiAnswer with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new ApiAnswer(status, body, Map.copyOf(all));
    }
}
