package io.foyer.hub.store;

import io.foyer.hub.domain.access.DoorChanges;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the overrides of doors, the lockdown and the release of a site. Reads the overrides and the lockdown. */
final class DoorOverrideRows implements DoorChanges {
    private static final String PUT = """
            INSERT INTO door_state (site, door, mode, since, until, actor, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (site, door) DO UPDATE SET
              mode = excluded.mode, since = excluded.since, until = excluded.until, actor = excluded.actor,
              reason = excluded.reason""";
    private static final String LOCK_DOWN = """
            INSERT INTO lockdown (site, since, actor, reason) VALUES ($1, $2, $3, $4)
            ON CONFLICT (site) DO UPDATE SET
              since = excluded.since, actor = excluded.actor, reason = excluded.reason""";

    private final SiteKeys keys;
    private final BatchRows rows;

    DoorOverrideRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void doorState(DoorOverride state) {
        rows.statement(new Statement(
                PUT,
                Tuple.tuple(Arrays.asList(
                        keys.site(),
                        state.door(),
                        Code.of(state.mode()),
                        RowTimes.toRow(state.since()),
                        RowTimes.toRowOrNull(state.until()),
                        state.by(),
                        state.reason()))));
    }

    @Override
    public void doorResumed(String door) {
        rows.statement(
                new Statement("DELETE FROM door_state WHERE site = $1 AND door = $2", Tuple.of(keys.site(), door)));
    }

    @Override
    public void lockdown(@Nullable Lockdown lockdown) {
        rows.statement(
                lockdown == null
                        ? new Statement("DELETE FROM lockdown WHERE site = $1", Tuple.of(keys.site()))
                        : new Statement(
                                LOCK_DOWN,
                                Tuple.of(
                                        keys.site(),
                                        RowTimes.toRow(lockdown.since()),
                                        lockdown.by(),
                                        lockdown.reason())));
    }

    @Override
    public void release(@Nullable Release release) {
        rows.row(
                Table.RELEASE,
                keys.site(),
                release == null ? null : RowTimes.toRow(release.since()),
                release == null ? null : release.by(),
                release == null ? null : release.reason());
    }

    static Future<List<DoorOverride>> doors(SqlClient client, int site) {
        return RowQuery.list(
                client, "SELECT * FROM door_state WHERE site = $1", Tuple.of(site), DoorOverrideRows::state);
    }

    static Future<Optional<Lockdown>> lockdown(SqlClient client, int site) {
        return client.preparedQuery("SELECT * FROM lockdown WHERE site = $1")
                .collecting(Collectors.mapping(DoorOverrideRows::lockdown, Collectors.toList()))
                .execute(Tuple.of(site))
                .map(result -> result.value().stream().findFirst());
    }

    private static DoorOverride state(Row row) {
        return new DoorOverride(
                row.getString("door"),
                Code.read(DoorOverride.OverrideMode.class, row.getString("mode")),
                RowTimes.of(row, "since"),
                RowTimes.orNull(row, "until"),
                row.getString("actor"),
                row.getString("reason"));
    }

    private static Lockdown lockdown(Row row) {
        return new Lockdown(RowTimes.of(row, "since"), row.getString("actor"), row.getString("reason"));
    }
}
