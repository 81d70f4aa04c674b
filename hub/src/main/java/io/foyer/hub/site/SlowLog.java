package io.foyer.hub.site;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/** Warnings at a bounded rate: of each kind at most ten a minute, and then how many more there were. Used on one loop. */
public final class SlowLog {
    private static final long WINDOW_MS = 60_000;
    private static final int MOST = 10;

    private final Logger log;
    private final InstantSource clock;
    private final Map<String, Window> windows = new HashMap<>();

    private static final class Window {
        long began;
        int count;
    }

    public SlowLog(Logger log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Warns, or counts what it leaves out.
     *
     * @param kind one of a few fixed words
     */
    public void warn(String kind, String what) {
        Window window = windows.computeIfAbsent(kind, key -> new Window());
        long now = clock.millis();
        if (now - window.began >= WINDOW_MS) {
            if (window.count > MOST) {
                log.warn("{}: {} more in the minute before", kind, window.count - MOST);
            }
            window.began = now;
            window.count = 0;
        }
        if (++window.count <= MOST) {
            log.warn("{}: {}", kind, what.replaceAll("\\p{Cntrl}", "\uFFFD"));
        }
    }
}
