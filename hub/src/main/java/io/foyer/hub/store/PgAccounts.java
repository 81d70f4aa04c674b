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
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and sessions in PostgreSQL. No query finds a session that is over; the housekeeping deletes it. A statement
 * that changes an account or a screen also writes the line of the trail. An account belongs to no site. Its line is in
 * the trail of each site that the account reaches or reached.
 */
final class PgAccounts implements Accounts {
    private final DatabaseLane sessions;

    PgAccounts(DatabaseLane sessions) {
        this.sessions = sessions;
    }

    @Override
    public Future<Optional<Account>> account(String name) {
        return rows(AccountStatements.GET, Tuple.of(name))
                .map(rows -> first(rows).map(PgAccounts::account));
    }

    @Override
    public Future<ListPage<Account>> accounts(@Nullable String site, int limit, @Nullable String cursor) {
        return rows(AccountStatements.LIST, Tuple.of(after(cursor), site, limit + 1))
                .map(rows -> page(rows, limit, PgAccounts::account, Account::name));
    }

    @Override
    public Future<Void> put(Account account, Author author) {
        return locked(
                        account.name(),
                        AccountStatements.PUT,
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
        return locked(name, AccountStatements.REMOVE, Tuple.of(name, RowTimes.toRow(author.at()), author.name()))
                .map(gone -> gone.size() > 0);
    }

    @Override
    public Future<Boolean> logIn(byte[] tokenHash, Account account, Instant until) {
        return rows(
                        AccountStatements.LOG_IN,
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
                        AccountStatements.OPEN,
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
                        AccountStatements.OPEN_SCREEN,
                        Tuple.of(Buffer.buffer(tokenHash), id, site, RowTimes.toRow(author.at()), author.name(), name))
                .mapEmpty();
    }

    @Override
    public Future<ListPage<Screen>> screens(String site, int limit, @Nullable String cursor) {
        return rows(AccountStatements.SCREENS, Tuple.of(site, after(cursor), limit + 1))
                .map(rows -> page(rows, limit, PgAccounts::screen, Screen::id));
    }

    @Override
    public Future<Boolean> closeScreen(String id, String site, Author author) {
        return rows(AccountStatements.CLOSE_SCREEN, Tuple.of(id, site, RowTimes.toRow(author.at()), author.name()))
                .map(gone -> gone.size() > 0);
    }

    @Override
    public Future<List<Optional<LoginSession>>> sessions(List<byte[]> tokenHashes, Instant now) {
        Buffer[] asked = tokenHashes.stream().map(Buffer::buffer).toArray(Buffer[]::new);
        return sessions.ask(asker -> RowQuery.list(
                asker,
                AccountStatements.SESSIONS,
                Tuple.of(asked, RowTimes.toRow(now), RowTimes.toRow(now.minus(USE_NOTED))),
                PgAccounts::session));
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
        return rows(AccountStatements.CLOSE, Tuple.of(Buffer.buffer(tokenHash))).mapEmpty();
    }

    private Future<RowSet<Row>> rows(String sql, Tuple values) {
        return sessions.ask(asker -> asker.preparedQuery(sql).execute(values));
    }

    private Future<RowSet<Row>> locked(String name, String sql, Tuple values) {
        return sessions.ask(asker -> asker.begin().compose(transaction -> asker.preparedQuery(AccountStatements.LOCK)
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
