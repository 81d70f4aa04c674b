package io.foyer.hub.web;

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
import io.foyer.hub.domain.energy.MeterUse;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.KeptSteps;
import io.foyer.hub.domain.occupancy.ZoneStep;
import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import io.foyer.hub.domain.performance.EmptyUse;
import io.foyer.hub.domain.performance.WasteQuestion;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.StatementArchive;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The past in memory; its cursors are places in the list. It can be away. */
public final class TestArchive implements Archive {
    public final List<CountPoint> points = new ArrayList<>();
    public final List<Quarter> quarters = new ArrayList<>();
    public final List<MeterUse.MonthUse> months = new ArrayList<>();
    public final List<EmptyUse> emptyUses = new ArrayList<>();
    public final List<MeterUse.WeekdayUse> weekdays = new ArrayList<>();
    public final Map<String, MeterUse.MeterPast> pasts = new HashMap<>();
    public final List<StaticChange> changes = new ArrayList<>();
    public final Map<String, List<JudgedReading.Consumption>> bookings = new HashMap<>();
    public final Map<String, TariffNotices> notices = new HashMap<>();
    public final List<AccessEvent> events = new ArrayList<>();
    public final List<DeadLetter> deadLetters = new ArrayList<>();
    public final List<AuditRecord> audit = new ArrayList<>();
    public final List<Alarm> alarms = new ArrayList<>();
    public final Map<String, Member> members = new HashMap<>();
    public final List<Membership> memberships = new ArrayList<>();
    public final List<Credential> credentials = new ArrayList<>();
    public final List<Booking> reservations = new ArrayList<>();
    public final List<Visit> visits = new ArrayList<>();
    public final TestStatements statements = new TestStatements();
    public volatile ReservationFilter lastReservationFilter;
    public volatile EventFilter lastFilter;
    public volatile boolean away;
    public volatile RuntimeException failure;

    private <T> Future<T> answer(Supplier<T> answer) {
        RuntimeException fault = away ? new IllegalStateException("connection refused to secret-host") : failure;
        return fault == null ? Future.succeededFuture(answer.get()) : Future.failedFuture(fault);
    }

    private static <T> ListPage<T> page(List<T> all, int limit, String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor.replace("place-", ""));
        int to = Math.min(all.size(), from + limit);
        return new ListPage<>(all.subList(from, to), to < all.size() ? "place-" + to : null);
    }

    @Override
    public <R> Future<R> presence(
            String site, String zone, Instant from, Instant to, Collector<CountPoint, ?, R> into) {
        return answer(() -> {
            List<CountPoint> found = new ArrayList<>();
            for (CountPoint point : points) {
                if (point.zone().equals(zone) && point.at().isBefore(to)) {
                    if (!point.at().isAfter(from)) {
                        found.clear();
                    }
                    found.add(point);
                }
            }
            return found.stream().collect(into);
        });
    }

    @Override
    public <R> Future<R> steps(
            String site, String zone, StepSize size, Instant from, Instant to, Collector<ZoneStep, ?, R> into) {
        return answer(() -> KeptSteps.of(size, zone, points, from, to).stream().collect(into));
    }

    @Override
    public <R> Future<R> quarters(
            String site, Set<String> meters, Instant from, Instant to, Collector<Quarter, ?, R> into) {
        return answer(() -> quarters.stream()
                .filter(quarter -> meters.contains(quarter.meter())
                        && !quarter.start().isBefore(from)
                        && quarter.start().isBefore(to))
                .sorted(Comparator.comparing(Quarter::start))
                .collect(into));
    }

    @Override
    public <R> Future<R> bookings(
            String site,
            Set<String> meters,
            Instant from,
            Instant to,
            Collector<JudgedReading.Consumption, ?, R> into) {
        return answer(() -> meters.stream()
                .flatMap(meter -> bookings.getOrDefault(meter, List.of()).stream())
                .filter(booking -> booking.from().isBefore(to) && booking.to().isAfter(from))
                .sorted(Comparator.comparing(JudgedReading.Consumption::from))
                .collect(into));
    }

    @Override
    public StatementArchive statements() {
        return statements;
    }

    @Override
    public Future<TariffNotices> tariffNotices(String site, String tariff, Instant from, Instant to) {
        return answer(() -> notices.getOrDefault(tariff, TariffNotices.NONE));
    }

    @Override
    public Future<List<MeterUse.MonthUse>> useByMonth(String site, Set<String> meters, LocalDate from, LocalDate to) {
        return answer(() -> months);
    }

    @Override
    public Future<Map<String, Long>> useByMeter(String site, Set<String> meters, LocalDate from, LocalDate to) {
        return answer(() -> quarters.stream()
                .filter(quarter -> meters.contains(quarter.meter()))
                .collect(Collectors.groupingBy(Quarter::meter, Collectors.summingLong(Quarter::quantity))));
    }

    @Override
    public Future<List<EmptyUse>> emptyUse(String site, WasteQuestion question, Instant from, Instant to) {
        return answer(() -> emptyUses);
    }

    @Override
    public Future<List<MeterUse.WeekdayUse>> useByWeekday(
            String site, Set<String> meters, LocalDate from, LocalDate to) {
        return answer(() -> weekdays);
    }

    @Override
    public Future<MeterUse.MeterPast> meterPast(String site, String meter, LocalDate from, LocalDate to) {
        return answer(() -> pasts.getOrDefault(meter, MeterUse.MeterPast.NONE));
    }

    @Override
    public Future<List<StaticChange>> staticChanges(String site, String meter) {
        return answer(() -> changes);
    }

    @Override
    public Future<ListPage<AccessEvent>> accessEvents(String site, EventFilter filter, int limit, String cursor) {
        lastFilter = filter;
        return answer(() -> page(events, limit, cursor));
    }

    @Override
    public Future<ListPage<DeadLetter>> deadLetters(String site, int limit, String cursor) {
        return answer(() -> page(deadLetters, limit, cursor));
    }

    @Override
    public Future<ListPage<AuditRecord>> audit(String site, int limit, String cursor) {
        return answer(() -> page(audit, limit, cursor));
    }

    @Override
    public Future<ListPage<Alarm>> alarms(String site, int limit, String cursor) {
        return answer(() -> page(alarms, limit, cursor));
    }

    @Override
    public Future<Optional<Member>> member(String site, String id) {
        return answer(() -> Optional.ofNullable(members.get(id)));
    }

    @Override
    public Future<Optional<Membership>> membership(String site, String id) {
        return answer(
                () -> memberships.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public Future<ListPage<Membership>> memberships(String site, int limit, String cursor) {
        return answer(() -> page(memberships, limit, cursor));
    }

    @Override
    public Future<List<Membership>> fixedMemberships(String site, LocalDate day, int limit) {
        return answer(() -> memberships.stream()
                .filter(one -> one.zone() != null)
                .limit(limit)
                .toList());
    }

    @Override
    public Future<List<Credential>> credentials(String site, String member, Credential.CredentialKey key) {
        return answer(() -> credentials.stream()
                .filter(one -> member == null || one.member().equals(member))
                .filter(one -> key == null || one.key().equals(key))
                .toList());
    }

    @Override
    public <R> Future<R> people(String site, Collector<PeopleLine, ?, R> into) {
        return answer(() -> members.values().stream()
                .flatMap(member -> TestPeopleLines.of(member, memberships, credentials).stream())
                .collect(into));
    }

    @Override
    public Future<Optional<Booking>> reservation(String site, String id) {
        return answer(
                () -> reservations.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public Future<ListPage<Booking>> reservations(String site, ReservationFilter filter, int limit, String cursor) {
        lastReservationFilter = filter;
        return answer(() -> page(reservations, limit, cursor));
    }

    @Override
    public Future<Optional<Visit>> visit(String site, String id) {
        return answer(() -> visits.stream().filter(one -> one.id().equals(id)).findFirst());
    }

    @Override
    public Future<ListPage<Visit>> visits(String site, Instant from, Instant to, int limit, String cursor) {
        return answer(() -> page(visits, limit, cursor));
    }
}
