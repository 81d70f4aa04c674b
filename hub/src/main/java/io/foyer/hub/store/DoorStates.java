package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Lockdown;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes and reads how people have set doors, and whether a site is locked down. */
final class DoorStates {
    private static final String PUT = """
            INSERT INTO door_state (site, door, mode, since, until, actor, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (site, door) DO UPDATE SET
              mode = excluded.mode, since = excluded.since, until = excluded.until, actor = excluded.actor,
              reason = excluded.reason""";
    private static final String LOCK_DOWN = """
            INSERT INTO lockdown (site, since, actor, reason) VALUES ($1, $2, $3, $4)
            ON CONFLICT (site) DO UPDATE SET
              since = excluded.since, actor = excluded.actor, reason = excluded.reason""";

    private DoorStates() {}

    /** What a change of them comes to; nothing where it is another one. */
    static List<Statement> write(int site, Change change) {
        if (change instanceof Change.DoorIs is) {
            return List.of(put(site, is.state()));
        }
        if (change instanceof Change.DoorResumed resumed) {
            return List.of(new Statement(
                    "DELETE FROM door_state WHERE site = $1 AND door = $2", Tuple.of(site, resumed.door())));
        }
        return change instanceof Change.LockdownIs is ? List.of(lockdown(site, is.lockdown())) : List.of();
    }

    private static Statement put(int site, DoorState state) {
        return new Statement(
                PUT,
                Tuple.tuple(Arrays.asList(
                        site,
                        state.door(),
                        Codes.of(state.mode()),
                        Times.toRow(state.since()),
                        Times.toRowOrNull(state.until()),
                        state.by(),
                        state.reason())));
    }

    private static Statement lockdown(int site, @Nullable Lockdown lockdown) {
        return lockdown == null
                ? new Statement("DELETE FROM lockdown WHERE site = $1", Tuple.of(site))
                : new Statement(
                        LOCK_DOWN, Tuple.of(site, Times.toRow(lockdown.since()), lockdown.by(), lockdown.reason()));
    }

    static Future<List<DoorState>> doors(SqlClient client, int site) {
        return client.preparedQuery("SELECT * FROM door_state WHERE site = $1")
                .collecting(Collectors.mapping(DoorStates::state, Collectors.toList()))
                .execute(Tuple.of(site))
                .map(result -> result.value());
    }

    static Future<Optional<Lockdown>> lockdown(SqlClient client, int site) {
        return client.preparedQuery("SELECT * FROM lockdown WHERE site = $1")
                .collecting(Collectors.mapping(DoorStates::lockdown, Collectors.toList()))
                .execute(Tuple.of(site))
                .map(result -> result.value().stream().findFirst());
    }

    private static DoorState state(Row row) {
        return new DoorState(
                row.getString("door"),
                Codes.read(DoorState.Mode.class, row.getString("mode")),
                Times.of(row, "since"),
                Times.orNull(row, "until"),
                row.getString("actor"),
                row.getString("reason"));
    }

    private static Lockdown lockdown(Row row) {
        return new Lockdown(Times.of(row, "since"), row.getString("actor"), row.getString("reason"));
    }
}
