package io.foyer.hub.web.api;

import io.foyer.hub.web.wire.Problem;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A status with which an operation answers, and the content of the answer. */
record Response(int status, String words, Content content) {
    static final Response NOT_ALLOWED =
            problem(403, "The role or the sites of the account do not allow it, or a page of another host asks");
    static final Response MISSING = problem(404, "The request names something that is not there");
    static final Response CONFLICT =
            problem(409, "The request conflicts with something that is there already; the detail names it");
    static final Response UNWRITABLE = problem(422, "The database refused a value, so the change is not in force");

    private static final Response INVALID = problem(400, "A value cannot be used; see `errors`");
    static final Response NO_SESSION = problem(401, "No session, or name and password do not fit");
    private static final Response AWAY = problem(503, "The hub cannot do this now; nothing has changed");

    /** Problems that many operations may answer with. */
    static final Set<Response> SHARED = Set.of(INVALID, NO_SESSION, NOT_ALLOWED, MISSING, CONFLICT, UNWRITABLE, AWAY);

    static Response done(Content content) {
        return new Response(200, "Done", content);
    }

    /** The command restricts somebody. A restriction binds though the database is away. */
    static Response inForce(Content content) {
        return new Response(202, "In force; the change will be durable when the database is back", content);
    }

    /** The command takes something away and gives something. */
    static Response inPartInForce(Content content) {
        return new Response(
                202,
                "What the change takes away is in force at once. When the database is back, the change will be durable, and what it gives will be in force",
                content);
    }

    static Response problem(int status, String words) {
        return new Response(status, words, Content.problem(Problem.class));
    }

    /** All responses of an operation, by status: its own, and those that each operation of such a kind has. */
    static Collection<Response> of(Operation operation) {
        SortedMap<Integer, Response> all = new TreeMap<>();
        all.put(INVALID.status, INVALID);
        all.put(AWAY.status, AWAY);
        if (!operation.roles().isEmpty()) {
            all.put(NO_SESSION.status, NO_SESSION);
        }
        if (!operation.roles().isEmpty() || operation.changes()) {
            all.put(NOT_ALLOWED.status, NOT_ALLOWED);
        }
        if (operation.isOfSite()) {
            all.put(MISSING.status, MISSING);
        }
        operation.responses().forEach(own -> all.put(own.status, own));
        return all.values();
    }
}
