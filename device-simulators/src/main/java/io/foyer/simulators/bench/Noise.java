package io.foyer.simulators.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How noisy the machine is: a thread that wants to run at every millisecond, and how late it was at each, also at those
 * that it missed altogether. What the benchmark's own load adds is in it as well; a server is as late as this, whatever
 * it does.
 */
final class Noise implements AutoCloseable {
    private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Recorder lateness = new Recorder(TimeUnit.HOURS.toNanos(1), 3);
    private final Thread thread = new Thread(this::probe, "foyer-bench-noise");
    private volatile boolean on = true;

    Noise() {
        thread.setDaemon(true);
        thread.start();
    }

    private void probe() {
        long due = System.nanoTime();
        while (on) {
            due += PERIOD_NS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            lateness.recordValue(System.nanoTime() - due);
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
