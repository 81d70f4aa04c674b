package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the effects of a start until the site can take effects. */
final class LaterEffects implements OccupancyEffects {
    private final List<Consumer<OccupancyEffects>> waiting = new ArrayList<>();

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives all waiting effects in their order. Afterwards no effect waits. */
    void settle(OccupancyEffects to) {
        waiting.forEach(effect -> effect.accept(to));
        waiting.clear();
    }

    @Override
    public void counted(CountPoint point) {
        waiting.add(to -> to.counted(point));
    }

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {
        waiting.add(to -> to.passed(zone, at, entries, exits));
    }

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {
        waiting.add(to -> to.shifted(zone, from, until, delta));
    }

    @Override
    public void source(SensorState source) {
        waiting.add(to -> to.source(source));
    }

    @Override
    public void balance(BalanceState state) {
        waiting.add(to -> to.balance(state));
    }

    @Override
    public void accuracy(AccuracyState state) {
        waiting.add(to -> to.accuracy(state));
    }

    @Override
    public void fault(SensorFault fault) {
        waiting.add(to -> to.fault(fault));
    }

    @Override
    public void show(ZoneCount zone) {
        waiting.add(to -> to.show(zone));
    }
}
