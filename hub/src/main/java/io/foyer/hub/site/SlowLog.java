package io.foyer.hub.site;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Warnings at a limited rate. In a minute each kind of each sender has one line, and all together have a limited number
 * of lines. The last line of the minute names, or at least counts, the warnings that had no line. Used on one loop.
 */
public final class SlowLog {
    private static final long WINDOW_MS = 60_000;
    private static final int USUAL_LINES = 40;
    private static final int LINES_OF_A_FAULT = 20;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_SUM = 2_000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private final Logger log;
    private final InstantSource clock;
    private final int mostLines;
    /** By kind and sender: whether it has had its line. */
    private final Map<String, Boolean> heard = new LinkedHashMap<>();

    private long began;
    private int lines;
    private long more;

    public SlowLog(Logger log, InstantSource clock) {
        this(log, clock, USUAL_LINES);
    }

    /** @param mostLines in a minute */
    public SlowLog(Logger log, InstantSource clock, int mostLines) {
        this.log = log;
        this.clock = clock;
        this.mostLines = mostLines;
    }

    /**
     * Warns once a minute for each text. Counts the other warnings.
     *
     * @param kind one of a few fixed words
     */
    public void warn(String kind, String what) {
        say(kind + ": " + printable(what, LONGEST_TEXT), "");
    }

    /**
     * Warns once a minute for each kind and sender. Counts the other warnings.
     *
     * @param kind one of a few fixed words
     * @param who the id of a device, or the address of a stranger
     */
    public void warn(String kind, String who, String what) {
        say(kind + ": " + printable(who, LONGEST_NAME), ": " + printable(what, LONGEST_TEXT));
    }

    /** Logs a fault of the hub with its stack trace, once a minute for each task. */
    public void fault(String kind, String what, Throwable fault) {
        settle();
        String sender = kind + ": " + printable(what, LONGEST_TEXT);
        if (lines < mostLines && heard.putIfAbsent(sender, true) == null) {
            lines += LINES_OF_A_FAULT;
            log.error("{}", sender, fault);
        } else {
            say(sender, ": " + printable(fault.toString(), LONGEST_TEXT));
        }
    }

    private void say(String sender, String what) {
        settle();
        if (heard.containsKey(sender)) {
            more++;
        } else if (lines < mostLines) {
            lines++;
            heard.put(sender, true);
            log.warn("{}{}", sender, what);
        } else {
            more++;
            if (heard.size() < MOST_REMEMBERED) {
                heard.put(sender, false);
            }
        }
    }

    /** Ends a minute that is over; to be called from time to time. */
    public void settle() {
        long now = clock.millis();
        if (now - began < WINDOW_MS) {
            return;
        }
        if (more > 0) {
            String unsaid = heard.entrySet().stream()
                    .filter(sender -> !sender.getValue())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            log.warn(
                    "{} more such lines in the last minute{}",
                    more,
                    unsaid.isEmpty() ? "." : ", also from " + cut(unsaid, LONGEST_SUM));
        }
        began = now;
        lines = 0;
        more = 0;
        heard.clear();
    }

    private static String printable(String text, int most) {
        return UNPRINTABLE.matcher(cut(text, most)).replaceAll("\uFFFD");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
