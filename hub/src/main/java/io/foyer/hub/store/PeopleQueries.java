package io.foyer.hub.store;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Archive.People;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads members, memberships and credentials. */
final class PeopleQueries {
    private PeopleQueries() {}

    static Future<List<Member>> members(SqlClient client, int site) {
        return list(client, "SELECT * FROM member WHERE site = $1 ORDER BY id", Tuple.of(site), PeopleQueries::member);
    }

    static Future<List<Membership>> memberships(SqlClient client, int site) {
        return list(
                client,
                "SELECT * FROM membership WHERE site = $1 ORDER BY id",
                Tuple.of(site),
                PeopleQueries::membership);
    }

    /** Everybody, as of one moment. */
    static Future<People> all(SqlConnection client, String site) {
        return client.begin()
                .compose(begun -> client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                        .execute()
                        .compose(any -> client.preparedQuery("SELECT key FROM site WHERE id = $1")
                                .execute(Tuple.of(site)))
                        .compose(keys -> keys.size() == 0
                                ? Future.succeededFuture(new People(List.of(), List.of(), List.of()))
                                : all(client, keys.iterator().next().getInteger("key")))
                        .eventually(begun::rollback));
    }

    private static Future<People> all(SqlClient client, int site) {
        return members(client, site)
                .compose(members -> memberships(client, site).compose(memberships -> credentials(client, site)
                        .map(credentials -> new People(members, memberships, credentials))));
    }

    static Future<List<Credential>> credentials(SqlClient client, int site) {
        return list(
                client,
                "SELECT * FROM credential WHERE site = $1 ORDER BY type, value",
                Tuple.of(site),
                PeopleQueries::credential);
    }

    static Future<List<Credential>> credentials(
            SqlClient client, String site, @Nullable String member, Credential.@Nullable Key key) {
        return list(
                client,
                "SELECT c.* FROM credential c JOIN site s ON s.key = c.site WHERE s.id = $1"
                        + " AND ($2::text IS NULL OR c.member = $2)"
                        + " AND ($3::text IS NULL OR (c.type, c.value) = ($3, $4)) ORDER BY c.type, c.value LIMIT 500",
                Tuple.of(site, member, key == null ? null : Codes.of(key.type()), key == null ? null : key.value()),
                PeopleQueries::credential);
    }

    /** At most one. */
    static Future<List<Member>> member(SqlClient client, String site, String id) {
        return list(
                client,
                "SELECT m.* FROM member m JOIN site s ON s.key = m.site WHERE s.id = $1 AND m.id = $2",
                Tuple.of(site, id),
                PeopleQueries::member);
    }

    /** At most one. */
    static Future<List<Membership>> membership(SqlClient client, String site, String id) {
        return list(
                client,
                "SELECT m.* FROM membership m JOIN site s ON s.key = m.site WHERE s.id = $1 AND m.id = $2",
                Tuple.of(site, id),
                PeopleQueries::membership);
    }

    /** By id, beginning after {@code after}. */
    static Future<List<Membership>> membershipsAfter(SqlClient client, String site, String after, int limit) {
        return list(
                client,
                "SELECT m.* FROM membership m WHERE m.site = (SELECT key FROM site WHERE id = $1) AND m.id > $2"
                        + " ORDER BY m.id LIMIT $3",
                Tuple.of(site, after, limit),
                PeopleQueries::membership);
    }

    private static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return client.preparedQuery(sql)
                .collecting(Collectors.mapping(read, Collectors.toList()))
                .execute(values)
                .map(result -> result.value());
    }

    private static Member member(Row row) {
        return new Member(
                row.getString("id"),
                row.getString("name"),
                row.getString("company"),
                Set.of(row.getArrayOfStrings("exempt")));
    }

    private static Membership membership(Row row) {
        return new Membership(
                row.getString("id"),
                row.getString("member"),
                row.getString("plan"),
                row.getLocalDate("first_day"),
                row.getLocalDate("last_day"),
                Codes.read(Membership.Status.class, row.getString("status")),
                row.getString("zone"),
                row.getString("company"),
                row.getBoolean("starts_on_first_use"));
    }

    private static Credential credential(Row row) {
        return new Credential(
                new Credential.Key(Codes.read(CredentialType.class, row.getString("type")), row.getString("value")),
                row.getString("member"),
                row.getBoolean("blocked"),
                Times.orNull(row, "until"),
                row.getString("pin"));
    }
}
