package io.foyer.hub.domain.energy;

import static java.util.Comparator.naturalOrder;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Register.RegisterState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds the readings around late ones again, as if the late ones had come in time.
 *
 * @param changed the late readings, and other readings whose verdict changes
 * @param quarters the quarters that change, each computed again from all its bookings; 0 where a quarter has no booking
 *     left
 * @param end the state of the fold after the newest reading, or null where the fold ended earlier
 * @param newest the newest reading that the journal had before; null where it had none or was not read so far
 */
public record RegisterFold(
        List<JudgedReading> changed,
        List<Quarter> quarters,
        @Nullable RegisterState end,
        @Nullable Instant newest) {
    private static final RegisterFold NOTHING = new RegisterFold(List.of(), List.of(), null, null);

    public RegisterFold {
        changed = List.copyOf(changed);
        quarters = List.copyOf(quarters);
    }

    /** The verdict that a reading of this instant gets by the fold; empty where the fold leaves it as it was. */
    public Optional<JudgedReading> verdict(Instant at) {
        return changed.stream().filter(row -> row.reading().at().equals(at)).findFirst();
    }

    /**
     * Folds late readings. Of several readings for one instant the first that came counts. Readings from before the
     * memory of the journal are ignored.
     *
     * @return empty where the fold needs more readings around them; never where the stretch is the whole journal
     */
    static Optional<RegisterFold> of(String meter, ReadingRange around, List<Reading> late, RegisterLimits limits) {
        NavigableMap<Instant, JudgedReading> rows = rows(around);
        return of(meter, around, rows, fresh(rows, late), limits);
    }

    /**
     * Folds a reading that counts instead of another one of its instant, if there is one.
     *
     * @return as {@link #of} does
     */
    static Optional<RegisterFold> correcting(
            String meter, ReadingRange around, Reading reading, RegisterLimits limits) {
        NavigableMap<Instant, JudgedReading> rows = rows(around);
        JudgedReading known = rows.get(reading.at());
        NavigableMap<Instant, JudgedReading> fresh = new TreeMap<>();
        if (known == null) {
            fresh.putAll(fresh(rows, List.of(reading)));
        } else if (!known.reading().equals(reading) && (known.isFirst() || !isOldest(around, reading))) {
            fresh.put(reading.at(), new JudgedReading(reading, ReadingVerdict.HELD, null));
        }
        return of(meter, around, rows, fresh, limits);
    }

    /** True where the journal has nothing before the reading, so that its booking cannot be made again. */
    private static boolean isOldest(ReadingRange around, Reading reading) {
        return around.fromFirst() && around.rows().get(0).reading().at().equals(reading.at());
    }

    private static NavigableMap<Instant, JudgedReading> rows(ReadingRange around) {
        NavigableMap<Instant, JudgedReading> rows = new TreeMap<>();
        around.rows().forEach(row -> rows.put(row.reading().at(), row));
        return rows;
    }

    private static Optional<RegisterFold> of(
            String meter,
            ReadingRange around,
            NavigableMap<Instant, JudgedReading> rows,
            NavigableMap<Instant, JudgedReading> fresh,
            RegisterLimits limits) {
        if (fresh.isEmpty()) {
            return Optional.of(NOTHING);
        }
        NavigableMap<Instant, JudgedReading> anew = new TreeMap<>(rows);
        anew.putAll(fresh);
        RegisterAnchor footing = new RegisterAnchor(around);
        int known = rows.headMap(fresh.firstKey()).size();
        int start = footing.startBefore(known);
        if (start == RegisterAnchor.OLDER) {
            return Optional.empty();
        }
        Reading from =
                start == RegisterAnchor.NONE ? null : around.rows().get(start).reading();
        RegisterState state = from == null ? RegisterState.EMPTY : RegisterState.at(from);
        known = start + 1;
        for (Reading reading : readings(from == null ? anew : anew.tailMap(from.at(), false))) {
            Register.RegisterStep step = Register.next(state, reading, limits);
            step.judged().forEach(judged -> anew.put(judged.reading().at(), judged));
            state = step.state();
            known += rows.containsKey(reading.at()) ? 1 : 0;
            if (reading.at().isAfter(fresh.lastKey())
                    && state.equals(RegisterState.at(reading))
                    && footing.isSettled(known)) {
                return Optional.of(
                        new RegisterFold(changed(rows, anew), quarters(meter, rows, anew, null), null, null));
            }
        }
        return around.toNewest()
                ? Optional.of(new RegisterFold(
                        changed(rows, anew),
                        quarters(meter, rows, anew, state.last()),
                        state,
                        rows.isEmpty() ? null : rows.lastKey()))
                : Optional.empty();
    }

    /** A power after a register, or a register among powers, changes nothing. */
    private static NavigableMap<Instant, JudgedReading> fresh(
            NavigableMap<Instant, JudgedReading> rows, List<Reading> late) {
        boolean forgets = !rows.isEmpty() && !rows.firstEntry().getValue().isFirst();
        NavigableMap<Instant, JudgedReading> fresh = new TreeMap<>();
        Instant powersEnd = Stream.concat(late.stream(), readings(rows).stream())
                .filter(reading -> !reading.isPower())
                .map(Reading::at)
                .min(naturalOrder())
                .orElse(Instant.MAX);
        for (Reading reading : late) {
            boolean forgotten = forgets && reading.at().isBefore(rows.firstKey());
            Map.Entry<Instant, JudgedReading> above = rows.higherEntry(reading.at());
            boolean amidPowers = above != null && above.getValue().reading().isPower();
            boolean inTime = reading.isPower() ? reading.at().isBefore(powersEnd) : !amidPowers;
            if (!forgotten && inTime && !rows.containsKey(reading.at())) {
                fresh.putIfAbsent(reading.at(), new JudgedReading(reading, ReadingVerdict.HELD, null));
            }
        }
        return fresh;
    }

    private static List<Reading> readings(SortedMap<Instant, JudgedReading> rows) {
        return rows.values().stream().map(JudgedReading::reading).toList();
    }

    private static List<JudgedReading> changed(
            SortedMap<Instant, JudgedReading> rows, SortedMap<Instant, JudgedReading> anew) {
        return anew.values().stream()
                .filter(row -> !row.equals(rows.get(row.reading().at())))
                .toList();
    }

    /** @param last the reading from which the book continues in its quarter, or null */
    private static List<Quarter> quarters(
            String meter,
            NavigableMap<Instant, JudgedReading> rows,
            NavigableMap<Instant, JudgedReading> anew,
            @Nullable Reading last) {
        NavigableMap<Instant, Quarter> touched = new TreeMap<>();
        List<Consumption> all = new ArrayList<>();
        for (JudgedReading row : anew.values()) {
            Consumption now = row.booked();
            JudgedReading earlier = rows.get(row.reading().at());
            Consumption before = earlier == null ? null : earlier.booked();
            if (now != null) {
                all.add(now);
            }
            if (!row.equals(earlier)) {
                touch(meter, touched, before);
                touch(meter, touched, now);
            }
        }
        Instant open = last == null ? null : Quarters.startOf(last.at());
        if (open != null && all.stream().anyMatch(booking -> booking.to().isAfter(open))) {
            touched.put(open, new Quarter(meter, open, 0, false));
        }
        if (!touched.isEmpty()) {
            Instant from = touched.firstKey();
            Instant to = touched.lastKey().plus(Quarters.LENGTH);
            all.removeIf(
                    booking -> !booking.to().isAfter(from) || !booking.from().isBefore(to));
            NavigableMap<Instant, Quarter> sums = Quarters.add(meter, touched, all);
            touched.replaceAll((start, nothing) -> sums.getOrDefault(start, nothing));
        }
        return List.copyOf(touched.values());
    }

    private static void touch(String meter, NavigableMap<Instant, Quarter> touched, @Nullable Consumption booking) {
        if (booking != null) {
            for (Instant start = Quarters.startOf(booking.from());
                    start.isBefore(booking.to());
                    start = start.plus(Quarters.LENGTH)) {
                touched.put(start, new Quarter(meter, start, 0, false));
            }
        }
    }
}
