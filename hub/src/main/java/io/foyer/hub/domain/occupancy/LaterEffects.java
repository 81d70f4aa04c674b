package io.foyer.hub.domain.occupancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a start brings about, while there is nobody yet to take it. */
final class LaterEffects implements OccupancyEffects {
    private final List<Consumer<OccupancyEffects>> waiting = new ArrayList<>();

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Gives everything that waits, in its order. Nothing waits afterwards. */
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
    public void show(ZoneCount zone) {
        waiting.add(to -> to.show(zone));
    }
}
