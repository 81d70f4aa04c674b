package io.foyer.hub.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that no server outlives this process when it is told to end before anybody holds the server and could
 * close it, such as in the middle of the start. A server that is up is left to its holder for a while, so that it is
 * still there for the last commits.
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

    /** @param stop stops the server if it runs; must not wait for a launch that is under way */
    StopAtExit(Runnable stop) {
        this.stop = stop;
    }

    void register() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            ending = true; // The process is ending already: nothing more is launched.
        }
    }

    /** To be called before the server is launched; refuses when the process is ending. */
    void launching() {
        launching = true;
        if (ending) {
            launching = false;
            throw new StoreException("Foyer is being stopped, so PostgreSQL is not started. Start Foyer again.");
        }
    }

    /**
     * To be called when a launch is over.
     *
     * @param ever whether the server has ever been up, so that somebody will close it
     */
    void over(boolean ever) {
        launched = ever;
        launching = false;
        if (!ever) {
            unregister();
        }
    }

    /** The server is closed by its holder, or about to be within the same call. */
    void unregister() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already, and has just been told.
        }
    }

    /** Takes no lock: a start can hold one for minutes, while it recovers from a crash. */
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
