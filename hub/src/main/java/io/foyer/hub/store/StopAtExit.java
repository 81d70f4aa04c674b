package io.foyer.hub.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops the server when this process must end before anybody holds the server and can close it, for example in the
 * middle of the start. Where the server is up, its holder has some time to close it, so that the last commits arrive.
 */
final class StopAtExit {
    private static final long LONGEST_CLOSE_S = 18;
    private static final long PAUSE_MILLIS = 100;

    private final Runnable stop;
    private final Thread hook = new Thread(this::run, "foyer-stop-postgresql");
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean launching;
    private volatile boolean launched;
    private volatile boolean ending;

    /** @param stop stops the server if it runs; it must not wait for a launch under way */
    StopAtExit(Runnable stop) {
        this.stop = stop;
    }

    void register() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            ending = true; // The process is ending already, so nobody may launch a server.
        }
    }

    /** Call this before a launch of the server. Refuses when the process is ending. */
    void launching() {
        launching = true;
        if (ending) {
            launching = false;
            throw new StoreException("Foyer is being stopped, so PostgreSQL is not started. Start Foyer again.");
        }
    }

    /**
     * Call this when a launch is over.
     *
     * @param ever true where the server has ever been up, so that somebody will close it
     */
    void over(boolean ever) {
        launched = ever;
        launching = false;
        if (!ever) {
            unregister();
        }
    }

    /** The holder of the server has closed it, or closes it within the same call. */
    void unregister() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs already. The latch above has told it.
        }
    }

    /** Takes no lock, because a start can hold the lock for minutes while the server recovers from a crash. */
    private void run() {
        try {
            boolean up = launched;
            ending = true;
            if (up && closed.await(LONGEST_CLOSE_S, TimeUnit.SECONDS)) {
                return;
            }
            boolean again = true;
            while (again) {
                again = launching;
                stop.run();
                if (again) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
