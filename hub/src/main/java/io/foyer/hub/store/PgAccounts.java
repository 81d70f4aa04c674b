package io.foyer.hub.store;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive.ListPage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and sessions in PostgreSQL. No query finds a session that is over; the housekeeping deletes it. A statement
 * that changes an account or a screen also writes the line of the trail. An account belongs to no site. Its line is in
 * the trail of each site that the account reaches or reached.
 */
final class PgAccounts implements Accounts {
    private static final String GET = "SELECT name, password_hash, role, sites FROM account WHERE name = $1";
    private static final String LIST = """
            SELECT name, password_hash, role, sites FROM account
            WHERE name > $1 AND ($2::text IS NULL OR cardinality(sites) = 0 OR $2 = ANY (sites)) ORDER BY name LIMIT $3""";

    /** Sets an order between a login and a change: the change ends the new session, or the login finds the change. */
    private static final String LOCK = "SELECT FROM account WHERE name = $1 FOR UPDATE";

    /** All parts of the statement see the account as it was before the change. */
    private static final String PUT = """
            WITH before AS (SELECT * FROM account WHERE name = $1),
            ended AS (
              DELETE FROM session WHERE user_name = $1 AND EXISTS (
                SELECT FROM before
                WHERE (password_hash, role, sites) IS DISTINCT FROM ($2::text, $3::text, $4::text[]))),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $5::timestamptz, $6::text, 'put-account', $1::text || ' ' || $3::text, '' FROM site
              WHERE retired_at IS NULL AND (cardinality($4::text[]) = 0 OR id = ANY ($4) OR EXISTS (
                SELECT FROM before WHERE cardinality(sites) = 0 OR site.id = ANY (sites))))
            INSERT INTO account (name, password_hash, role, sites) VALUES ($1, $2, $3, $4)
            ON CONFLICT (name) DO UPDATE SET
              password_hash = excluded.password_hash, role = excluded.role, sites = excluded.sites""";

    private static final String REMOVE = """
            WITH gone AS (DELETE FROM account WHERE name = $1 RETURNING sites),
            ended AS (DELETE FROM session WHERE user_name = $1),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $2::timestamptz, $3::text, 'remove-account', $1::text, '' FROM site, gone
              WHERE retired_at IS NULL AND (cardinality(gone.sites) = 0 OR id = ANY (gone.sites)))
            SELECT true FROM gone""";

    private static final String LOG_IN = """
            INSERT INTO session (token_hash, user_name, role, sites, until)
            SELECT $1::bytea, name, role, sites, $2::timestamptz FROM account
            WHERE name = $3 AND (password_hash, role, sites) = ($4::text, $5::text, $6::text[]) FOR SHARE
            RETURNING user_name""";
    private static final String OPEN =
            "INSERT INTO session (token_hash, user_name, role, sites, until) VALUES ($1, $2, $3, $4, $5)";
    private static final String SESSIONS = """
            WITH used AS (
              UPDATE session SET last_used = $2 WHERE token_hash = ANY ($1) AND created IS NOT NULL
                AND (last_used IS NULL OR last_used <= $3::timestamptz))
            SELECT s.user_name, s.role, s.sites, s.until
            FROM unnest($1::bytea[]) WITH ORDINALITY asked(hash, place)
            LEFT JOIN session s ON s.token_hash = asked.hash AND (s.until IS NULL OR s.until > $2)
            ORDER BY asked.place""";
    private static final String OPEN_SCREEN = """
            WITH noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $4::timestamptz, $5::text, 'open-screen', $2::text, coalesce($6::text, '') FROM site WHERE id = $3)
            INSERT INTO session (token_hash, user_name, role, sites, created, name)
            VALUES ($1, $2, 'wall', ARRAY[$3::text], $4, $6)""";
    private static final String SCREENS = """
            SELECT user_name, name, created, last_used FROM session WHERE created IS NOT NULL AND sites = ARRAY[$1::text]
              AND user_name > $2 COLLATE "C" ORDER BY user_name COLLATE "C" LIMIT $3""";
    private static final String CLOSE_SCREEN = """
            WITH gone AS (
              DELETE FROM session WHERE user_name = $1 AND created IS NOT NULL AND sites = ARRAY[$2::text]
              RETURNING user_name),
            noted AS (
              INSERT INTO audit (site, at, actor, action, subject, detail)
              SELECT key, $3::timestamptz, $4::text, 'close-screen', $1::text, '' FROM site WHERE id = $2 AND EXISTS (SELECT FROM gone))
            SELECT true FROM gone""";
    private static final String CLOSE = "DELETE FROM session WHERE token_hash = $1";

    private final DatabaseLane sessions;

    PgAccounts(DatabaseLane sessions) {
        this.sessions = sessions;
    }

    @Override
    public Future<Optional<Account>> account(String name) {
        return rows(GET, Tuple.of(name)).map(rows -> first(rows).map(PgAccounts::account));
    }

    @Override
    public Future<ListPage<Account>> accounts(@Nullable String site, int limit, @Nullable String cursor) {
        return rows(LIST, Tuple.of(after(cursor), site, limit + 1))
                .map(rows -> page(rows, limit, PgAccounts::account, Account::name));
    }

    @Override
    public Future<Void> put(Account account, Author author) {
        return locked(
                        account.name(),
                        PUT,
                        Tuple.of(
                                account.name(),
                                account.passwordHash(),
                                Code.of(account.role()),
                                sorted(account.sites()),
                                RowTimes.toRow(author.at()),
                                author.name()))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> remove(String name, Author author) {
        return locked(name, REMOVE, Tuple.of(name, RowTimes.toRow(author.at()), author.name()))
                .map(gone -> gone.size() > 0);
    }

    @Override
    public Future<Boolean> logIn(byte[] tokenHash, Account account, Instant until) {
        return rows(
                        LOG_IN,
                        Tuple.of(
                                Buffer.buffer(tokenHash),
                                RowTimes.toRow(until),
                                account.name(),
                                account.passwordHash(),
                                Code.of(account.role()),
                                sorted(account.sites())))
                .map(opened -> opened.size() > 0);
    }

    @Override
    public Future<Void> open(byte[] tokenHash, LoginSession session) {
        return rows(
                        OPEN,
                        Tuple.of(
                                Buffer.buffer(tokenHash),
                                session.user(),
                                Code.of(session.role()),
                                sorted(session.sites()),
                                RowTimes.toRowOrNull(session.until())))
                .mapEmpty();
    }

    @Override
    public Future<Void> openScreen(byte[] tokenHash, String id, @Nullable String name, String site, Author author) {
        return rows(
                        OPEN_SCREEN,
                        Tuple.of(Buffer.buffer(tokenHash), id, site, RowTimes.toRow(author.at()), author.name(), name))
                .mapEmpty();
    }

    @Override
    public Future<ListPage<Screen>> screens(String site, int limit, @Nullable String cursor) {
        return rows(SCREENS, Tuple.of(site, after(cursor), limit + 1))
                .map(rows -> page(rows, limit, PgAccounts::screen, Screen::id));
    }

    @Override
    public Future<Boolean> closeScreen(String id, String site, Author author) {
        return rows(CLOSE_SCREEN, Tuple.of(id, site, RowTimes.toRow(author.at()), author.name()))
                .map(gone -> gone.size() > 0);
    }

    @Override
    public Future<List<Optional<LoginSession>>> sessions(List<byte[]> tokenHashes, Instant now) {
        Buffer[] asked = tokenHashes.stream().map(Buffer::buffer).toArray(Buffer[]::new);
        return sessions.ask(asker -> asker.preparedQuery(SESSIONS)
                .collecting(Collectors.mapping(PgAccounts::session, Collectors.toList()))
                .execute(Tuple.of(asked, RowTimes.toRow(now), RowTimes.toRow(now.minus(USE_NOTED))))
                .map(result -> result.value()));
    }

    private static Optional<LoginSession> session(Row row) {
        return Optional.ofNullable(row.getString("user_name"))
                .map(user -> new LoginSession(
                        user,
                        Code.read(Role.class, row.getString("role")),
                        Set.of(row.getArrayOfStrings("sites")),
                        RowTimes.orNull(row, "until")));
    }

    private static Screen screen(Row row) {
        return new Screen(
                row.getString("user_name"),
                row.getString("name"),
                RowTimes.of(row, "created"),
                RowTimes.orNull(row, "last_used"));
    }

    @Override
    public Future<Void> close(byte[] tokenHash) {
        return rows(CLOSE, Tuple.of(Buffer.buffer(tokenHash))).mapEmpty();
    }

    private Future<RowSet<Row>> rows(String sql, Tuple values) {
        return sessions.ask(asker -> asker.preparedQuery(sql).execute(values));
    }

    private Future<RowSet<Row>> locked(String name, String sql, Tuple values) {
        return sessions.ask(asker -> asker.begin().compose(transaction -> asker.preparedQuery(LOCK)
                .execute(Tuple.of(name))
                .compose(locked -> asker.preparedQuery(sql).execute(values))
                .compose(rows -> transaction.commit().map(rows))
                .recover(failure -> transaction.rollback().transform(any -> Future.failedFuture(failure)))));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static String after(@Nullable String cursor) {
        return cursor == null ? "" : cursor;
    }

    private static <T> ListPage<T> page(
            RowSet<Row> rows, int limit, Function<Row, T> item, Function<T, String> cursor) {
        List<T> all = StreamSupport.stream(rows.spliterator(), false).map(item).toList();
        return all.size() <= limit
                ? new ListPage<>(all, null)
                : new ListPage<>(all.subList(0, limit), cursor.apply(all.get(limit - 1)));
    }

    private static Account account(Row row) {
        return new Account(
                row.getString("name"),
                row.getString("password_hash"),
                Code.read(Role.class, row.getString("role")),
                Set.of(row.getArrayOfStrings("sites")));
    }

    /** Makes equal sets equal arrays. */
    private static String[] sorted(Set<String> sites) {
        return sites.stream().sorted().toArray(String[]::new);
    }
}
