package io.foyer.hub.store;

import io.foyer.hub.site.Accounts;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
    private static final String SESSION =
            "SELECT user_name, role, sites, until FROM session WHERE token_hash = $1 AND (until IS NULL OR until > $2)";
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
    public Future<Optional<Session>> session(byte[] tokenHash, Instant now) {
        return first(SESSION, Tuple.of(Buffer.buffer(tokenHash), Times.toRow(now)))
                .map(found -> found.map(row -> new Session(
                        row.getString("user_name"),
                        Codes.read(Role.class, row.getString("role")),
                        Set.of(row.getArrayOfStrings("sites")),
                        Times.orNull(row, "until"))));
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
