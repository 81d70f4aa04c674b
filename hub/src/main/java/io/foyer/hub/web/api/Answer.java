package io.foyer.hub.web.api;

import io.foyer.hub.site.Reply;
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

    /** An act's reply; {@code body} where it is in force. */
    static Answer of(Reply reply, Object body) {
        if (reply instanceof Reply.Done) {
            return ok(body);
        }
        if (reply instanceof Reply.InForce) {
            return new Answer(202, body, Map.of());
        }
        if (reply instanceof Reply.Missing missing) {
            return missing(missing.what());
        }
        if (reply instanceof Reply.Conflict conflict) {
            return problem(409, conflict.detail());
        }
        if (reply instanceof Reply.Invalid invalid) {
            return problem(Problem.invalid(invalid.errors()));
        }
        if (reply instanceof Reply.Unwritable unwritable) {
            return problem(
                    422,
                    "The database refused a value of it, so it is not in force: " + unwritable.reason()
                            + ". It is among the dead letters.");
        }
        if (reply instanceof Reply.Undecided) {
            return problem(
                    503,
                    "The database has fallen silent over it. It is not in force; it will be if the database has it."
                            + " Look it up when the database is back.");
        }
        return problem(503, "The database is away. It is not in force; try again when the database is back.");
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
