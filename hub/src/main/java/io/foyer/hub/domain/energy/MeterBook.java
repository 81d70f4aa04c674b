package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of one meter. The book takes the readings, says what the store must write, and tells what the meter shows
 * now. Between readings the book holds the register's state, the open quarter and the quarters of the last 26 hours.
 *
 * <p>Only the newest reading adds to the book. An earlier reading goes through {@link #fold}.
 */
public final class MeterBook {
    /** The longest day in any time zone. A site may change its time zone. */
    public static final Duration LONGEST_DAY = Duration.ofHours(26);

    private ZoneId zone;
    private Meter meter;
    private RegisterLimits limits;
    private final RecentQuarters quarters = new RecentQuarters();
    private Register.RegisterState state = Register.RegisterState.EMPTY;
    private @Nullable Consumption newest;
    private final FlowRate rate = new FlowRate();

    /** An empty book of a meter in the time zone of the site. */
    public MeterBook(Meter meter, ZoneId zone) {
        this.meter = meter;
        this.zone = zone;
        this.limits = RegisterLimits.of(meter);
    }

    /** The book of a meter that has left the site file. When the meter comes back, the file says what it measures. */
    public static MeterBook closed(String meter, ZoneId zone) {
        return new MeterBook(
                new Meter(meter, Meter.Medium.ELECTRICITY, null, Zone.OUTSIDE, null, null, null, null), zone);
    }

    public Meter meter() {
        return meter;
    }

    /** Takes the meter and the time zone from a changed site file. Verdicts stay. */
    public MeterBook moveTo(Meter changed, ZoneId zoneNow) {
        zone = zoneNow;
        meter = changed;
        limits = RegisterLimits.of(changed);
        return this;
    }

    /**
     * Restores the book.
     *
     * @param readings the readings from the last believed one on, in order of time
     * @param written the quarter of the newest reading, and the quarters of the {@link #LONGEST_DAY} before now
     * @param told the last flow that the meter told, with its time; both null where there is none
     */
    public void restore(
            List<JudgedReading> readings,
            Collection<Quarter> written,
            @Nullable Double told,
            @Nullable Instant toldAt) {
        state = Register.RegisterState.after(readings);
        newest = readings.stream()
                .filter(row -> row.reading().equals(state.last()))
                .map(JudgedReading::booked)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        rate.restore(told, toldAt);
        quarters.restore(written);
    }

    /** True where a newer reading has come, so that a reading of this instant must go through {@link #fold}. */
    public boolean isLate(Instant at) {
        Instant heard = newestReading();
        return heard != null && cut(at).isBefore(heard);
    }

    /** Cuts an instant to microseconds, as the journal does: the book must recognise the journal's readings. */
    private static Instant cut(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What a message of this meter counts by: its register, or its power where the meter has never told a register.
     * Null where the message has nothing to count by, or more power than can flow. A register that comes apart from a
     * power of the same instant counts a moment later, because an instant has one reading.
     *
     * @param flow W or m³/h
     */
    public @Nullable Reading reading(@Nullable Long register, @Nullable Double flow, Instant observed) {
        Instant at = cut(observed);
        Reading last = state.last();
        Instant power = last != null && last.isPower() ? last.at() : null;
        if (register != null) {
            return new Reading(at.equals(power) ? at.plus(1, ChronoUnit.MICROS) : at, register);
        }
        return flow != null && (last == null || power != null) ? limits.power(flow, at) : null;
    }

    /**
     * Takes a message of the meter. A second reading for the newest instant changes nothing, and neither does a rate
     * that is not the newest. A message with a late reading goes to {@link #fold} instead, and loses its rate.
     *
     * @param observed by the meter's clock
     * @param now by the hub's clock, which decides what is today
     * @throws IllegalArgumentException where the reading is late
     */
    public void hear(
            @Nullable Long register, @Nullable Double flow, Instant observed, Instant now, EnergyEffects changes) {
        Instant at = cut(observed);
        Instant asOf = asOf();
        Instant heard = newestReading();
        Reading reading = reading(register, flow, observed);
        if (reading != null && !reading.at().equals(heard)) {
            if (isLate(at)) {
                throw new IllegalArgumentException("late: " + at + " is before " + heard);
            }
            Register.RegisterStep step = Register.next(state, reading, limits);
            step.epochs(state.last()).forEach(changes::epoch);
            state = step.state();
            List<Consumption> bookings = new ArrayList<>();
            for (JudgedReading judged : step.judged()) {
                changes.read(meter.id(), judged);
                Consumption booking = judged.booked();
                if (booking != null) {
                    bookings.add(booking);
                }
                newest = judged.isBelieved() ? booking : newest;
            }
            Collection<Quarter> whole =
                    Quarters.add(meter.id(), quarters.read(), bookings).values();
            quarters.put(whole);
            whole.forEach(changes::booked);
        }
        if (asOf == null || !at.isBefore(asOf)) {
            rate.hear(meter.id(), flow, register != null, at, changes);
        }
        forget(now);
    }

    /**
     * Folds late readings into the book at their own time, without changing the book: {@link #take} does. After that the
     * book is as if each reading had come in time. A reading changes nothing where the book has one for the same
     * instant, or where the journal no longer remembers the time.
     *
     * @param late from {@link #reading}
     * @param around the readings of the journal around the late ones
     * @return empty where the book needs more of the journal; the whole journal is enough
     */
    public Optional<RegisterFold> fold(ReadingRange around, List<Reading> late) {
        return RegisterFold.of(meter.id(), around, late, limits);
    }

    /** Like {@link #fold}, for a reading that counts instead of another one of its instant. */
    public Optional<RegisterFold> correct(ReadingRange around, Reading reading) {
        return RegisterFold.correcting(meter.id(), around, reading, limits);
    }

    /** Takes a fold. No other reading may have come to the book or to the journal since the journal was read for it. */
    public void take(RegisterFold fold, Instant now) {
        Register.RegisterState end = fold.end();
        if (end != null) {
            goOnFrom(end, fold.newest());
        }
        for (JudgedReading judged : fold.changed()) {
            newest = judged.reading().equals(state.last()) ? judged.booked() : newest;
        }
        quarters.put(fold.quarters());
        forget(now);
    }

    /** Takes the state of the journal. The book drops the last reading where the journal has refused it. */
    private void goOnFrom(Register.RegisterState end, @Nullable Instant known) {
        Reading last = end.last();
        if (last != null && !Objects.equals(known, newestReading())) {
            quarters.dropFrom(Quarters.startOf(last.at()));
            newest = null;
        }
        state = end;
    }

    public Repairs repairs() {
        return quarters.repairs();
    }

    public void repair(Repairs changed) {
        quarters.repair(changed);
    }

    /** The values of the meter at the hub's {@code now}. */
    public MeterState now(Instant now) {
        return new MeterState(rate.at(now, newest, meter.medium()), quarters.today(now, zone), asOf());
    }

    /** The quarter-hours of the last day, by their beginning. */
    public Map<Instant, Quarter> recent() {
        return Collections.unmodifiableMap(quarters.read());
    }

    public DemandOutlook outlook(Instant now) {
        return DemandOutlook.of(now, quarters.read(), newest, rate.at(now, newest, meter.medium()));
    }

    /** When the values change although no message comes: the rate is too old, or a day begins. Null for never. */
    public @Nullable Instant changesAt(Instant now) {
        Instant unknown = rate.until(newest);
        return Deadlines.earliest(
                unknown == null || !unknown.isAfter(now) ? null : unknown, quarters.todayEnds(now, zone));
    }

    private @Nullable Instant newestReading() {
        Reading newestHeld =
                state.held().isEmpty() ? null : state.held().get(state.held().size() - 1);
        Reading reading = newestHeld == null ? state.last() : newestHeld;
        return reading == null ? null : reading.at();
    }

    private @Nullable Instant asOf() {
        Instant heard = newestReading();
        Instant told = rate.toldAt();
        return told != null && (heard == null || told.isAfter(heard)) ? told : heard;
    }

    /** Keeps the quarters that may belong to today, and the quarter in which the next booking begins. */
    private void forget(Instant now) {
        Reading last = state.last();
        quarters.forget(now.minus(LONGEST_DAY), last == null ? null : Quarters.startOf(last.at()));
    }
}
