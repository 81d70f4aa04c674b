package io.foyer.hub.domain.energy;

import static java.util.Comparator.naturalOrder;

import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
 * @param end the state of the fold after the newest reading, or null where the repair ended earlier
 */
record RegisterRepair(List<JudgedReading> changed, Collection<Quarter> quarters, Register.@Nullable RegisterState end) {
    private static final RegisterRepair NOTHING = new RegisterRepair(List.of(), List.of(), null);

    /**
     * Repairs a stretch. Of several readings for one instant the first that came counts. Readings from before the
     * memory of the journal are ignored.
     *
     * @return empty where the repair needs more readings around them; never where the stretch is the whole journal
     */
    static Optional<RegisterRepair> of(String meter, ReadingRange around, List<Reading> late, RegisterLimits limits) {
        NavigableMap<Instant, JudgedReading> rows = new TreeMap<>();
        around.rows().forEach(row -> rows.put(row.reading().at(), row));
        NavigableMap<Instant, JudgedReading> anew = new TreeMap<>(rows);
        NavigableMap<Instant, JudgedReading> fresh = fresh(rows, late);
        if (fresh.isEmpty()) {
            return Optional.of(NOTHING);
        }
        anew.putAll(fresh);
        RegisterAnchor footing = new RegisterAnchor(around);
        int known = rows.headMap(fresh.firstKey()).size();
        int start = footing.startBefore(known);
        if (start == RegisterAnchor.OLDER) {
            return Optional.empty();
        }
        Reading from =
                start == RegisterAnchor.NONE ? null : around.rows().get(start).reading();
        Register.RegisterState state = from == null ? Register.RegisterState.EMPTY : Register.RegisterState.at(from);
        known = start + 1;
        for (Reading reading : readings(from == null ? anew : anew.tailMap(from.at(), false))) {
            Register.RegisterStep step = Register.next(state, reading, limits);
            step.judged().forEach(judged -> anew.put(judged.reading().at(), judged));
            state = step.state();
            known += rows.containsKey(reading.at()) ? 1 : 0;
            if (reading.at().isAfter(fresh.lastKey())
                    && state.equals(Register.RegisterState.at(reading))
                    && footing.isSettled(known)) {
                return Optional.of(new RegisterRepair(changed(rows, anew), quarters(meter, rows, anew, null), null));
            }
        }
        return around.toNewest()
                ? Optional.of(new RegisterRepair(changed(rows, anew), quarters(meter, rows, anew, state.last()), state))
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
    private static Collection<Quarter> quarters(
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
        return touched.values();
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
