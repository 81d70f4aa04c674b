package io.foyer.simulators.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How noisy the machine is: a thread that wants to run every millisecond, and how late it was. What a benchmark's own
 * load adds is in it as well; servers are as late as this, whatever they do.
 */
final class Noise implements AutoCloseable {
    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Recorder lateness = new Recorder(TimeUnit.MINUTES.toNanos(1), 3);
    private final Thread thread = new Thread(this::probe, "foyer-bench-noise");
    private volatile boolean on = true;

    Noise() {
        thread.setDaemon(true);
        thread.start();
    }

    private void probe() {
        while (on) {
            long due = System.nanoTime() + PERIOD_NS;
            LockSupport.parkNanos(PERIOD_NS);
            lateness.recordValue(Math.max(0, System.nanoTime() - due));
        }
    }

    /** In ns, since it was asked before. */
    Histogram since() {
        return lateness.getIntervalHistogram();
    }

    @Override
    public void close() {
        on = false;
    }
}
