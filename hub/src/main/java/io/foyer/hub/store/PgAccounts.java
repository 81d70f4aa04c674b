package io.foyer.hub.store;

import io.foyer.hub.site.Accounts;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Accounts and sessions in PostgreSQL. Sessions that are over are no longer found, and are removed once a day. */
final class PgAccounts implements Accounts {
    private static final String GET = "SELECT name, password_hash, role, sites FROM account WHERE name = $1";

    /** All parts see the account as it was before. */
    private static final String PUT = """
            WITH ended AS (
              DELETE FROM session WHERE user_name = $1 AND EXISTS (
                SELECT FROM account
                WHERE name = $1 AND (password_hash, role, sites) IS DISTINCT FROM ($2::text, $3::text, $4::text[])))
            INSERT INTO account (name, password_hash, role, sites) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET
              password_hash = excluded.password_hash, role = excluded.role, sites = excluded.sites""";

    private static final String OPEN =
            "INSERT INTO session (token_hash, user_name, role, sites, until) VALUES ($1, $2, $3, $4, $5)";
    private static final String SESSIONS = """
            SELECT s.user_name, s.role, s.sites, s.until
            FROM unnest($1::bytea[]) WITH ORDINALITY asked(hash, place)
            LEFT JOIN session s ON s.token_hash = asked.hash AND (s.until IS NULL OR s.until > $2)
            ORDER BY asked.place""";
    private static final String CLOSE = "DELETE FROM session WHERE token_hash = $1";

    private final Lane sessions;

    PgAccounts(Lane sessions) {
        this.sessions = sessions;
    }

    @Override
    public Future<Optional<Account>> account(String name) {
        return first(GET, Tuple.of(name))
                .map(found -> found.map(row -> new Account(
                        row.getString("name"),
                        row.getString("password_hash"),
                        Codes.read(Role.class, row.getString("role")),
                        Set.of(row.getArrayOfStrings("sites")))));
    }

    @Override
    public Future<Void> put(Account account) {
        return run(
                PUT,
                Tuple.of(account.name(), account.passwordHash(), Codes.of(account.role()), sorted(account.sites())));
    }

    @Override
    public Future<Void> open(byte[] tokenHash, Session session) {
        return run(
                OPEN,
                Tuple.of(
                        Buffer.buffer(tokenHash),
                        session.user(),
                        Codes.of(session.role()),
                        sorted(session.sites()),
                        Times.toRowOrNull(session.until())));
    }

    @Override
    public Future<List<Optional<Session>>> sessions(List<byte[]> tokenHashes, Instant now) {
        Buffer[] asked = tokenHashes.stream().map(Buffer::buffer).toArray(Buffer[]::new);
        return sessions.ask(asker -> asker.preparedQuery(SESSIONS)
                .collecting(Collectors.mapping(PgAccounts::session, Collectors.toList()))
                .execute(Tuple.of(asked, Times.toRow(now)))
                .map(result -> result.value()));
    }

    private static Optional<Session> session(Row row) {
        return Optional.ofNullable(row.getString("user_name"))
                .map(user -> new Session(
                        user,
                        Codes.read(Role.class, row.getString("role")),
                        Set.of(row.getArrayOfStrings("sites")),
                        Times.orNull(row, "until")));
    }

    @Override
    public Future<Void> close(byte[] tokenHash) {
        return run(CLOSE, Tuple.of(Buffer.buffer(tokenHash)));
    }

    private Future<Void> run(String sql, Tuple values) {
        return sessions.ask(asker -> asker.preparedQuery(sql).execute(values)).mapEmpty();
    }

    private Future<Optional<Row>> first(String sql, Tuple values) {
        return sessions.ask(asker -> asker.preparedQuery(sql).execute(values))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    /** So that equal sets are equal arrays. */
    private static String[] sorted(Set<String> sites) {
        return sites.stream().sorted().toArray(String[]::new);
    }
}
