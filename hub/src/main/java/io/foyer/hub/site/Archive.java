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
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of the past. Every answer comes from the store. A future fails when the store is away, with
 * {@link java.util.concurrent.RejectedExecutionException} when too many ask at once, and with {@link HistoryTooLong}.
 */
public interface Archive {

    /** The zone's points in [from, to) and, first, the last one before {@code from}; in order of time: given one by one, however many. */
    <R> Future<R> points(String site, String zone, Instant from, Instant to, Collector<CountPoint, ?, R> into);

    /** The meters' quarters that begin in [from, to), in order of time. */
    <R> Future<R> quarters(String site, Set<String> meters, Instant from, Instant to, Collector<Quarter, ?, R> into);

    /** What the meters' readings booked, where it overlaps [from, to), in order of their beginnings. */
    <R> Future<R> bookings(
            String site, Set<String> meters, Instant from, Instant to, Collector<JudgedReading.Consumption, ?, R> into);

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

    /**
     * A member's credentials, or the one of a key, by type and value; 500 at most.
     *
     * @param member null asks by key alone, and the other way round
     */
    Future<List<Credential>> credentials(String site, @Nullable String member, Credential.@Nullable CredentialKey key);

    /**
     * Everybody, as of one moment, by id: a member as often as they have memberships or credentials, one of each beside
     * them, and once where they have none. PINs are left out.
     */
    <R> Future<R> people(String site, Collector<PeopleLine, ?, R> into);

    /** A booking of a zone or a piece of equipment. */
    Future<Optional<Booking>> reservation(String site, String id);

    /** By id. */
    Future<ListPage<Booking>> reservations(String site, ReservationFilter filter, int limit, @Nullable String cursor);

    Future<Optional<Visit>> visit(String site, String id);

    /** Those whose window overlaps [from, to), by id; null asks for all. */
    Future<ListPage<Visit>> visits(
            String site, @Nullable Instant from, @Nullable Instant to, int limit, @Nullable String cursor);

    /** The store has given the question up: it would take longer than this. */
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

    /** Which bookings of rooms and equipment: those of a place, with a time that overlaps [from, to). Null asks for all. */
    record ReservationFilter(
            @Nullable String zone,
            @Nullable String resource,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Some items of a longer list, and where to go on; no cursor at the end. */
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

    /** Which decisions; null asks for all. {@code since} is included. */
    record EventFilter(
            @Nullable Instant since,
            @Nullable String member,
            @Nullable String door,
            @Nullable AccessOutcome outcome) {}
}
