package io.foyer.hub.site;

import io.foyer.hub.domain.Change.AuditRecord;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
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
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about the past. Every answer comes from the store. A future fails when the store is away. It fails
 * with {@link java.util.concurrent.RejectedExecutionException} when too many questions come at once, and with
 * {@link HistoryTooLong} when the answer takes too long.
 */
public interface Archive {

    /**
     * When somebody was in a zone, when nobody was (count 0), and when nobody knew (null): the state before {@code from},
     * and then what it is from instants in [from, to) on; in order of time. The answer has as many points as the range
     * has quarter-hours at most, and besides the changes of those quarter-hours in which the state changed.
     */
    <R> Future<R> presence(String site, String zone, Instant from, Instant to, Collector<CountPoint, ?, R> into);

    /**
     * The last kept step of a zone that begins before {@code from}, and then those that begin in [from, to); in order of
     * time, one by one.
     */
    <R> Future<R> steps(
            String site, String zone, StepSize size, Instant from, Instant to, Collector<ZoneStep, ?, R> into);

    /** The quarters of the meters that begin in [from, to), in order of time. */
    <R> Future<R> quarters(String site, Set<String> meters, Instant from, Instant to, Collector<Quarter, ?, R> into);

    /** The bookings of the meters that overlap [from, to), in the order of their beginnings. */
    <R> Future<R> bookings(
            String site, Set<String> meters, Instant from, Instant to, Collector<JudgedReading.Consumption, ?, R> into);

    /** What statements are made of, and those that were issued. */
    StatementArchive statements();

    /** What a supplier has told about a tariff for [from, to). */
    Future<TariffNotices> tariffNotices(String site, String tariff, Instant from, Instant to);

    /** By month of the site's calendar: what the meters used together on the days [from, to). */
    Future<List<MonthUse>> useByMonth(String site, Set<String> meters, LocalDate from, LocalDate to);

    /** By meter: what each used on the days [from, to). A meter without a day is left out. */
    Future<Map<String, Long>> useByMeter(String site, Set<String> meters, LocalDate from, LocalDate to);

    /**
     * What the groups of a question used in the quarter-hours that begin in [from, to), price by price, and how much of it
     * in quarter-hours throughout which nobody was in the zone.
     */
    Future<List<EmptyUse>> emptyUse(String site, WasteQuestion question, Instant from, Instant to);

    /** By day of the week: what the meters used together on the days [from, to). */
    Future<List<WeekdayUse>> useByWeekday(String site, Set<String> meters, LocalDate from, LocalDate to);

    /** What a meter used on the days [from, to), by hours of the site's clock. */
    Future<MeterPast> meterPast(String site, String meter, LocalDate from, LocalDate to);

    /** What has changed about a meter that no sensor tells, in order of time; the 100 newest. */
    Future<List<StaticChange>> staticChanges(String site, String meter);

    /** Newest first. */
    Future<ListPage<AccessEvent>> accessEvents(String site, EventFilter filter, int limit, @Nullable String cursor);

    /** Newest first. */
    Future<ListPage<DeadLetter>> deadLetters(String site, int limit, @Nullable String cursor);

    /** Newest first. */
    Future<ListPage<AuditRecord>> audit(String site, int limit, @Nullable String cursor);

    /** Newest first. */
    Future<ListPage<Alarm>> alarms(String site, int limit, @Nullable String cursor);

    Future<Optional<Member>> member(String site, String id);

    Future<Optional<Membership>> membership(String site, String id);

    /** By id. */
    Future<ListPage<Membership>> memberships(String site, int limit, @Nullable String cursor);

    /** The active memberships on a day that have a fixed desk or office, by id; at most {@code limit}. */
    Future<List<Membership>> fixedMemberships(String site, LocalDate day, int limit);

    /**
     * The credentials of a member, or the credential with a key, by type and value; 500 at most.
     *
     * @param member null where the question is by key alone; {@code key} is null where it is by member alone
     */
    Future<List<Credential>> credentials(String site, @Nullable String member, Credential.@Nullable CredentialKey key);

    /**
     * All people as of one moment, by id. A member has one line for each membership or credential, whichever are more,
     * and one line where there are none. The lines have no PINs.
     */
    <R> Future<R> people(String site, Collector<PeopleLine, ?, R> into);

    Future<Optional<Booking>> reservation(String site, String id);

    /** By id. */
    Future<ListPage<Booking>> reservations(String site, ReservationFilter filter, int limit, @Nullable String cursor);

    Future<Optional<Visit>> visit(String site, String id);

    /** The visits whose window overlaps [from, to), by id. Null means no bound. */
    Future<ListPage<Visit>> visits(
            String site, @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String cursor);

    /** The store gave up a question because it would take longer than this. */
    final class HistoryTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        public HistoryTooLong(int seconds, Throwable cause) {
            super(cause);
            this.seconds = seconds;
        }

        public int seconds() {
            return seconds;
        }
    }

    /** Selects bookings by their place, and by a time that overlaps [from, to). Null selects all. */
    record ReservationFilter(
            @Nullable String zone,
            @Nullable String resource,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Some items of a longer list, with the cursor to the next ones; null at the end. */
    record ListPage<T>(List<T> items, @Nullable String cursor) {
        public ListPage {
            items = List.copyOf(items);
        }
    }

    /** One line of a list of people. */
    record PeopleLine(
            Member member,
            @Nullable Membership held,
            @Nullable Credential shown) {}

    /** Selects decisions; null selects all. {@code since} is included. */
    record EventFilter(
            @Nullable Instant since,
            @Nullable String member,
            @Nullable String door,
            @Nullable AccessOutcome outcome) {}
}
