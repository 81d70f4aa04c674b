package io.foyer.hub.web.api;

import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.wire.Problem;
import java.util.HashMap;
import java.util.Map;

/** What a request gets: a status, a record to write as JSON, and headers of its own. */
record Answer(int status, Object body, Map<String, String> headers) {
    static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    static Answer problem(Problem problem) {
        return new Answer(problem.status(), problem, Map.of());
    }

    static Answer problem(int status, String detail) {
        return problem(Problem.of(status, detail));
    }

    static Answer missing(String what) {
        return problem(404, "There is no " + what + ".");
    }

    /** The answer to a command. {@code body} is sent where the command is in force, or was only tried. */
    static Answer of(Reply reply, Object body) {
        return reply.accept(new OfReply(body));
    }

    private record OfReply(Object body) implements Reply.Visitor<Answer> {
        @Override
        public Answer done(Reply.Done reply) {
            return ok(body);
        }

        @Override
        public Answer inForce(Reply.InForce reply) {
            return new Answer(202, body, Map.of());
        }

        @Override
        public Answer unavailable(Reply.Unavailable reply) {
            return problem(503, "The database is away. It is not in force; try again when the database is back.");
        }

        @Override
        public Answer undecided(Reply.Undecided reply) {
            return problem(
                    503,
                    "The database has fallen silent over it. It is not in force; it will be if the database has it."
                            + " Look it up when the database is back.");
        }

        @Override
        public Answer unwritable(Reply.Unwritable reply) {
            return problem(
                    422,
                    "The database refused a value of it, so it is not in force: " + reply.reason()
                            + ". It is among the dead letters.");
        }

        @Override
        public Answer missing(Reply.Missing reply) {
            return Answer.missing(reply.what());
        }

        @Override
        public Answer conflict(Reply.Conflict reply) {
            return problem(409, reply.detail());
        }

        @Override
        public Answer invalid(Reply.Invalid reply) {
            return problem(Problem.invalid(reply.errors()));
        }

        /** A file of people is answered with a report, which names the credentials. */
        @Override
        public Answer refused(Reply.CredentialRefusal reply) {
            return ok(body);
        }
    }

    /** The connection ends with it: what is still being sent is not read. */
    Answer last() {
        return with("Connection", "close");
    }

    Answer with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Answer(status, body, Map.copyOf(all));
    }
}
