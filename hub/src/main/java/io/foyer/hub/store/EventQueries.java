package io.foyer.hub.store;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.site.Archive.EventFilter;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the trail of decisions. */
final class EventQueries {
    private static final String SELECT = """
            SELECT e.at, e.key, e.received, dev.id AS device, door.id AS door, e.type, e.direction, e.outcome, e.reason,
                   e.swipe, e.credential, e.member
            FROM access_event e JOIN device dev ON dev.key = e.device LEFT JOIN door ON door.key = e.door
            """;
    private static final String NEWEST = SELECT + "WHERE e.site = $1 ORDER BY e.at DESC, e.key DESC LIMIT $2";

    /** A filter that is null asks for all. */
    private static final String PAGE = SELECT + """
            WHERE e.site = (SELECT key FROM site WHERE id = $1)
              AND ($2::timestamptz IS NULL OR e.at >= $2)
              AND ($3::text IS NULL OR e.member = $3)
              AND ($4::text IS NULL OR door.id = $4)
              AND ($5::text IS NULL OR e.outcome = $5)
              AND ($6::timestamptz IS NULL OR (e.at, e.key) < ($6, $7::int8))
            ORDER BY e.at DESC, e.key DESC LIMIT $8""";

    private EventQueries() {}

    /** Oldest first. */
    static Future<List<AccessEvent>> newest(SqlClient client, int site, int limit) {
        return client.preparedQuery(NEWEST)
                .collecting(Collectors.mapping(EventQueries::event, Collectors.toList()))
                .execute(Tuple.of(site, limit))
                .map(result -> {
                    List<AccessEvent> events = new ArrayList<>(result.value());
                    Collections.reverse(events);
                    return events;
                });
    }

    /** Newest first, below the cursor: rows for {@link #event}, each with its {@code key}. */
    static Future<List<Row>> page(
            SqlClient client, String site, EventFilter filter, int limit, Optional<Cursor> below) {
        return client.preparedQuery(PAGE)
                .collecting(Collectors.<Row>toList())
                .execute(Tuple.tuple(Arrays.asList(
                        site,
                        RowTimes.toRowOrNull(filter.since()),
                        filter.member(),
                        filter.door(),
                        filter.outcome() == null ? null : Code.of(filter.outcome()),
                        below.map(cursor -> RowTimes.toRow(cursor.at())).orElse(null),
                        below.map(Cursor::key).orElse(null),
                        limit)))
                .map(result -> result.value());
    }

    static AccessEvent event(Row row) {
        return new AccessEvent(
                RowTimes.of(row, "at"),
                RowTimes.of(row, "received"),
                row.getString("device"),
                row.getString("door"),
                row.getString("swipe"),
                row.getString("credential"),
                Code.read(CredentialType.class, row.getString("type")),
                row.getString("member"),
                Code.read(Direction.class, row.getString("direction")),
                Code.read(AccessOutcome.class, row.getString("outcome")),
                Code.read(AccessReason.class, row.getString("reason")));
    }
}
