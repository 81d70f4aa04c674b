package io.foyer.hub.store;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.Code;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members, memberships and credentials. */
final class PeopleQueries {
    /**
     * A line has one membership and one credential of a member: the first line the first ones, the second the second.
     */
    static final String LINES = """
            WITH place AS (SELECT key FROM site WHERE id = $1),
            held AS (
              SELECT *, row_number() OVER (PARTITION BY member ORDER BY id) AS line
              FROM membership WHERE site = (SELECT key FROM place)),
            shown AS (
              SELECT *, row_number() OVER (PARTITION BY member ORDER BY type, value) AS line
              FROM credential WHERE site = (SELECT key FROM place) AND type <> 'pin'),
            lines AS (
              SELECT h.id AS held_id, h.member AS held_member, h.plan AS held_plan, h.first_day AS held_first_day,
                     h.last_day AS held_last_day, h.status AS held_status, h.zone AS held_zone,
                     h.company AS held_company, h.starts_on_first_use AS held_starts_on_first_use,
                     s.type AS shown_type, s.value AS shown_value, s.member AS shown_member, s.blocked AS shown_blocked,
                     s.until AS shown_until, s.pin AS shown_pin,
                     coalesce(h.member, s.member) AS of, coalesce(h.line, s.line) AS line
              FROM held h FULL JOIN shown s ON s.member = h.member AND s.line = h.line)
            SELECT m.id, m.name, m.company, m.exempt, l.* FROM member m LEFT JOIN lines l ON l.of = m.id
            WHERE m.site = (SELECT key FROM place) ORDER BY m.id, l.line""";

    private PeopleQueries() {}

    static Future<List<Member>> members(SqlClient client, int site) {
        return list(client, "SELECT * FROM member WHERE site = $1 ORDER BY id", Tuple.of(site), PeopleRecords::member);
    }

    static Future<List<Membership>> memberships(SqlClient client, int site) {
        return list(
                client,
                "SELECT * FROM membership WHERE site = $1 ORDER BY id",
                Tuple.of(site),
                row -> PeopleRecords.membership(row, ""));
    }

    static Future<List<Credential>> credentials(SqlClient client, int site) {
        return list(
                client,
                "SELECT * FROM credential WHERE site = $1 ORDER BY type, value",
                Tuple.of(site),
                row -> PeopleRecords.credential(row, ""));
    }

    static Future<List<Credential>> credentials(
            SqlClient client, String site, @Nullable String member, Credential.@Nullable CredentialKey key) {
        return list(
                client,
                "SELECT c.* FROM credential c JOIN site s ON s.key = c.site WHERE s.id = $1"
                        + " AND ($2::text IS NULL OR c.member = $2)"
                        + " AND ($3::text IS NULL OR (c.type, c.value) = ($3, $4)) ORDER BY c.type, c.value LIMIT 500",
                Tuple.of(site, member, key == null ? null : Code.of(key.type()), key == null ? null : key.value()),
                row -> PeopleRecords.credential(row, ""));
    }

    /** The list has one entry at most. */
    static Future<List<Member>> member(SqlClient client, String site, String id) {
        return list(
                client,
                "SELECT m.* FROM member m JOIN site s ON s.key = m.site WHERE s.id = $1 AND m.id = $2",
                Tuple.of(site, id),
                PeopleRecords::member);
    }

    /** The list has one entry at most. */
    static Future<List<Membership>> membership(SqlClient client, String site, String id) {
        return list(
                client,
                "SELECT m.* FROM membership m JOIN site s ON s.key = m.site WHERE s.id = $1 AND m.id = $2",
                Tuple.of(site, id),
                row -> PeopleRecords.membership(row, ""));
    }

    /** In the order of their ids, from the first id after {@code after} on. */
    static Future<List<Membership>> membershipsAfter(SqlClient client, String site, String after, int limit) {
        return list(
                client,
                "SELECT m.* FROM membership m WHERE m.site = (SELECT key FROM site WHERE id = $1) AND m.id > $2"
                        + " ORDER BY m.id LIMIT $3",
                Tuple.of(site, after, limit),
                row -> PeopleRecords.membership(row, ""));
    }

    static Future<List<Membership>> fixedMemberships(SqlClient client, String site, LocalDate day, int limit) {
        return list(
                client,
                "SELECT m.* FROM membership m WHERE m.site = (SELECT key FROM site WHERE id = $1) AND m.zone IS NOT NULL"
                        + " AND m.status = $2 AND m.first_day <= $3 AND coalesce(m.last_day, 'infinity') >= $3"
                        + " ORDER BY m.id LIMIT $4",
                Tuple.of(site, Code.of(Membership.MembershipStatus.ACTIVE), day, limit),
                row -> PeopleRecords.membership(row, ""));
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return RowQuery.list(client, sql, values, read);
    }
}
