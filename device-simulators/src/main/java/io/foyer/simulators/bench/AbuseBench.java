package io.foyer.simulators.bench;

import io.foyer.simulators.setting.Refusal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** From a swipe to its command while somebody abuses the hub, beside the same hub at rest: quiet and abused in turn. */
final class AbuseBench {
    private static final long SETTLING_NS = TimeUnit.SECONDS.toNanos(1);

    private final Rig rig;
    private final Scale scale;
    private final List<Abuse> abuses;
    private final PrintStream out;
    private final Swipes swipes = new Swipes();

    /** @param out hears of each round: the whole takes ten minutes */
    AbuseBench(Rig rig, Scale scale, List<Abuse> abuses, PrintStream out) {
        this.out = out;
        this.rig = rig;
        this.scale = scale;
        this.abuses = abuses;
    }

    /** The swipes of one abuse, and those of the quiet times beside it. */
    private record Pair(Histogram quiet, Histogram abused) {
        Pair() {
            this(histogram(), histogram());
        }

        private static Histogram histogram() {
            return new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        }
    }

    List<Row> measure() {
        Rig.on(
                rig.readers(),
                () -> swipes.connect(
                        rig.client(), rig.hub().port("mqtt"), rig.site().readers()));
        swipe(scale.warmUp());
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (int round = 0; round < scale.rounds(); round++) {
            for (Abuse abuse : abuses) {
                out.println("  round " + (round + 1) + " of " + scale.rounds() + ": " + abuse.name());
                Pair pair = pairs.computeIfAbsent(abuse.name(), name -> new Pair());
                pair.quiet.add(swipe(scale.round()));
                Rig.on(rig.sensors(), abuse::begin);
                LockSupport.parkNanos(SETTLING_NS);
                pair.abused.add(swipe(scale.round()));
                Rig.on(rig.sensors(), abuse::end);
                LockSupport.parkNanos(SETTLING_NS);
            }
        }
        swipes.close();
        List<Row> rows = new ArrayList<>();
        pairs.forEach((name, pair) -> {
            rows.add(row(name + ", p99", pair, 99));
            rows.add(row(name + ", longest", pair, 100));
        });
        return rows;
    }

    private Histogram swipe(Duration time) {
        Swipes.Measured measured = swipes.run(scale.swipesPerSecond(), time);
        if (measured.missing() + measured.denied() > 0) {
            throw new Refusal("bench: " + measured.missing() + " swipes were not answered within ten seconds and "
                    + measured.denied() + " were denied, where all must be granted. Nothing is reported.");
        }
        return measured.times();
    }

    private static Row row(String figure, Pair pair, double percentile) {
        return new Row(
                "abuse",
                figure,
                "ms",
                pair.abused.getValueAtPercentile(percentile) / 1e6,
                pair.quiet.getValueAtPercentile(percentile) / 1e6);
    }
}
