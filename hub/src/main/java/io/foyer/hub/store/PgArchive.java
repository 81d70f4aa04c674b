package io.foyer.hub.store;

import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.energy.MeterUse.WeekdayUse;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.domain.performance.EmptyUse;
import io.foyer.hub.domain.performance.WasteQuestion;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.StatementArchive;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers from PostgreSQL, through a few connections. A question about an unknown thing has an empty answer. */
final class PgArchive implements Archive {
    private final DatabaseLane lists;
    private final DatabaseLane histories;

    PgArchive(DatabaseLane lists, DatabaseLane histories) {
        this.lists = lists;
        this.histories = histories;
    }

    @Override
    public <R> Future<R> presence(
            String site, String zone, Instant from, Instant to, Collector<CountPoint, ?, R> into) {
        return gather(
                ZoneQueries.PRESENCE,
                Tuple.of(site, zone, RowTimes.toRow(StepSize.QUARTER.startOf(from)), RowTimes.toRow(to)),
                row -> ZoneQueries.presence(zone, row),
                into);
    }

    @Override
    public <R> Future<R> steps(
            String site, String zone, StepSize size, Instant from, Instant to, Collector<ZoneStep, ?, R> into) {
        return gather(
                ZoneQueries.STEPS,
                Tuple.of(site, zone, size.seconds(), RowTimes.toRow(from), RowTimes.toRow(to)),
                row -> ZoneQueries.step(size, row),
                into);
    }

    @Override
    public <R> Future<R> quarters(
            String site, Set<String> meters, Instant from, Instant to, Collector<Quarter, ?, R> into) {
        return gather(MeterQueries.QUARTERS, MeterQueries.range(site, meters, from, to), MeterQueries::quarter, into);
    }

    @Override
    public <R> Future<R> bookings(
            String site,
            Set<String> meters,
            Instant from,
            Instant to,
            Collector<JudgedReading.Consumption, ?, R> into) {
        return gather(MeterQueries.BOOKINGS, MeterQueries.range(site, meters, from, to), MeterQueries::booking, into);
    }

    @Override
    public StatementArchive statements() {
        return new PgStatementArchive(lists, histories);
    }

    @Override
    public Future<TariffNotices> tariffNotices(String site, String tariff, Instant from, Instant to) {
        return lists.ask(asker -> TariffQueries.notices(asker, site, tariff, from, to));
    }

    @Override
    public Future<List<MonthUse>> useByMonth(String site, Set<String> meters, LocalDate from, LocalDate to) {
        Tuple days = MeterUseQueries.days(site, meters, from, to);
        return gather(MeterUseQueries.MONTHS, days, MeterUseQueries::month, Collectors.toList());
    }

    @Override
    public Future<Map<String, Long>> useByMeter(String site, Set<String> meters, LocalDate from, LocalDate to) {
        Tuple days = MeterUseQueries.days(site, meters, from, to);
        return gather(MeterUseQueries.TOTALS, days, row -> row, MeterUseQueries.byMeter());
    }

    @Override
    public Future<List<EmptyUse>> emptyUse(String site, WasteQuestion question, Instant from, Instant to) {
        Tuple asked = WasteQueries.question(site, question, from, to);
        return gather(WasteQueries.EMPTY_USE, asked, WasteQueries::use, Collectors.toList());
    }

    @Override
    public Future<List<WeekdayUse>> useByWeekday(String site, Set<String> meters, LocalDate from, LocalDate to) {
        Tuple days = MeterUseQueries.days(site, meters, from, to);
        return gather(MeterUseQueries.WEEKDAYS, days, MeterUseQueries::weekday, Collectors.toList());
    }

    @Override
    public Future<MeterPast> meterPast(String site, String meter, LocalDate from, LocalDate to) {
        return histories.ask(asker -> RowQuery.collect(
                asker, MeterUseQueries.PAST, Tuple.of(site, meter, from, to), MeterUseQueries.INTO_PAST));
    }

    @Override
    public Future<List<StaticChange>> staticChanges(String site, String meter) {
        return lists.ask(
                asker -> RowQuery.list(asker, MeterFactors.CHANGES, Tuple.of(site, meter), MeterFactors::change));
    }

    @Override
    public Future<ListPage<AccessEvent>> accessEvents(
            String site, EventFilter filter, int limit, @Nullable String cursor) {
        return below(cursor)
                .compose(below -> lists.ask(asker -> EventQueries.page(asker, site, filter, limit + 1, below)))
                .map(rows -> page(rows, limit, EventQueries::event, PgArchive::cursor));
    }

    @Override
    public Future<ListPage<DeadLetter>> deadLetters(String site, int limit, @Nullable String cursor) {
        return keyed(TrailQueries.DEAD_LETTERS, site, limit, cursor)
                .map(rows -> page(rows, limit, TrailQueries::deadLetter, PgArchive::cursor));
    }

    @Override
    public Future<ListPage<AuditRecord>> audit(String site, int limit, @Nullable String cursor) {
        return keyed(TrailQueries.AUDIT, site, limit, cursor)
                .map(rows -> page(rows, limit, TrailQueries::auditRecord, PgArchive::cursor));
    }

    @Override
    public Future<ListPage<Alarm>> alarms(String site, int limit, @Nullable String cursor) {
        return keyed(AlarmQueries.PAGE, site, limit, cursor)
                .map(rows -> page(rows, limit, AlarmQueries::alarm, PgArchive::cursor));
    }

    @Override
    public Future<Optional<Member>> member(String site, String id) {
        return lists.ask(asker -> PeopleQueries.member(asker, site, id))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Future<Optional<Membership>> membership(String site, String id) {
        return lists.ask(asker -> PeopleQueries.membership(asker, site, id))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Future<ListPage<Membership>> memberships(String site, int limit, @Nullable String cursor) {
        return lists.ask(asker -> PeopleQueries.membershipsAfter(asker, site, cursor == null ? "" : cursor, limit + 1))
                .map(found -> page(found, limit, each -> each, Membership::id));
    }

    @Override
    public Future<List<Membership>> fixedMemberships(String site, LocalDate day, int limit) {
        return lists.ask(asker -> PeopleQueries.fixedMemberships(asker, site, day, limit));
    }

    @Override
    public Future<List<Credential>> credentials(
            String site, @Nullable String member, Credential.@Nullable CredentialKey key) {
        return lists.ask(asker -> PeopleQueries.credentials(asker, site, member, key));
    }

    @Override
    public <R> Future<R> people(String site, Collector<PeopleLine, ?, R> into) {
        return gather(PeopleQueries.LINES, Tuple.of(site), PeopleRecords::line, into);
    }

    @Override
    public Future<Optional<Booking>> reservation(String site, String id) {
        return lists.ask(asker -> ReservationQueries.booking(asker, site, id))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Future<ListPage<Booking>> reservations(
            String site, ReservationFilter filter, int limit, @Nullable String cursor) {
        return lists.ask(asker ->
                        ReservationQueries.bookingsAfter(asker, site, filter, cursor == null ? "" : cursor, limit + 1))
                .map(found -> page(found, limit, each -> each, Booking::id));
    }

    @Override
    public Future<Optional<Visit>> visit(String site, String id) {
        return lists.ask(asker -> ReservationQueries.visit(asker, site, id))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Future<ListPage<Visit>> visits(
            String site, @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String cursor) {
        return lists.ask(asker ->
                        ReservationQueries.visitsAfter(asker, site, cursor == null ? "" : cursor, from, to, limit + 1))
                .map(found -> page(found, limit, each -> each, Visit::id));
    }

    private Future<List<Row>> keyed(String sql, String site, int limit, @Nullable String cursor) {
        return below(cursor).compose(below -> {
            Tuple values = Tuple.of(site, below.map(Cursor::key).orElse(null), limit + 1);
            return lists.ask(asker -> RowQuery.list(asker, sql, values, row -> row));
        });
    }

    /** Reads a cursor. Fails with {@link IllegalArgumentException} where the text is no cursor. */
    private static Future<Optional<Cursor>> below(@Nullable String cursor) {
        try {
            return Future.succeededFuture(Optional.ofNullable(Cursor.read(cursor)));
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
    }

    private <T, R> Future<R> gather(String sql, Tuple values, Function<Row, T> read, Collector<T, ?, R> into) {
        return histories.ask(asker -> RowQuery.collect(asker, sql, values, Collectors.mapping(read, into)));
    }

    private static String cursor(Row row) {
        return new Cursor(RowTimes.of(row, "at"), row.getLong("key")).write();
    }

    /** Makes a page. The query asks for one row more than the page has; where that row comes, the page has a cursor. */
    private static <R, T> ListPage<T> page(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        List<R> asked = rows.subList(0, Math.min(limit, rows.size()));
        return new ListPage<>(
                asked.stream().map(item).toList(), rows.size() > limit ? cursor.apply(asked.get(limit - 1)) : null);
    }
}
