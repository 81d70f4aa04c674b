package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.space.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to a day's messages on their way: cut lines, wrong clocks, lateness, and things that are said twice. */
final class Disturbance {
    private static final int LONGEST_LATE_S = 300;

    private final Space space;
    private final Faults faults;
    private final Chance chance;
    private final Map<String, Cut> cuts = new HashMap<>();
    private final Map<String, Long> skews = new HashMap<>();

    Disturbance(Space space, long seed, Faults faults, Day day) {
        this.space = space;
        this.faults = faults;
        this.chance = Chance.of(seed, "faults", day.plan().date().toEpochDay());
        for (String device : space.devices()) {
            Chance own = Chance.of(seed, "faults", device, day.plan().date().toEpochDay());
            if (own.happens(faults.cut())) {
                int from = own.between(0, DayPlan.SECONDS - 600);
                cuts.put(device, new Cut(device, day.at(from), day.at(from + own.between(20, 240))));
            }
            Chance clock = Chance.of(seed, "clock", device);
            if (clock.happens(faults.skewed())) {
                skews.put(device, (long) clock.between(-faults.skewMillis(), faults.skewMillis()));
            }
        }
    }

    List<Cut> cuts() {
        return List.copyOf(cuts.values());
    }

    List<Signal> of(List<Signal> signals) {
        List<Signal> disturbed = new ArrayList<>(signals.size() + 100);
        for (Signal said : signals) {
            Signal signal = skewed(said);
            boolean swipe = signal.leaf().equals("swipe");
            Cut cut = cuts.get(space.broughtBy().getOrDefault(signal.device(), signal.device()));
            if (cut != null && cut.covers(signal.due())) {
                signal = swipe && signal.opening() != null ? signal.decided("granted") : signal;
                signal = signal.dueAt(cut.until());
            } else if (!swipe && !signal.leaf().equals("door") && chance.happens(faults.late())) {
                signal = later(signal, LONGEST_LATE_S);
            }
            disturbed.add(signal);
            if (chance.happens(faults.duplicated())) {
                disturbed.add(later(signal, 20));
            }
        }
        return disturbed;
    }

    private Signal skewed(Signal signal) {
        long skew = skews.getOrDefault(signal.device(), 0L);
        return skew == 0 ? signal : signal.stamped(signal.at().plusMillis(skew));
    }

    private Signal later(Signal signal, int most) {
        Instant due = signal.due().plusSeconds(chance.between(1, most));
        return signal.dueAt(due);
    }
}
