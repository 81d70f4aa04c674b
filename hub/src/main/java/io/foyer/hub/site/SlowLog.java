package io.foyer.hub.site;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Warnings at a bounded rate, whatever comes: in a minute each kind of each sender once, and so many lines in all;
 * what has had no line is named, or at least counted, at the minute's end. Used on one loop.
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
    /** By kind and sender, and whether it has had its line. */
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
     * Warns, or counts what it leaves out: each text once a minute.
     *
     * @param kind one of a few fixed words
     */
    public void warn(String kind, String what) {
        say(kind + ": " + printable(what, LONGEST_TEXT), "");
    }

    /**
     * Warns, or counts what it leaves out: of each kind and sender once a minute.
     *
     * @param kind one of a few fixed words
     * @param who a device's id, or the address of a stranger
     */
    public void warn(String kind, String who, String what) {
        say(kind + ": " + printable(who, LONGEST_NAME), ": " + printable(what, LONGEST_TEXT));
    }

    /** A fault of our own: all that is known of it, once a minute for each thing that was to be done. */
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

    /** Ends a minute that is over; to be called now and then. */
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
                    "{} more like these in the minute before{}",
                    more,
                    unsaid.isEmpty() ? "." : ", of them " + cut(unsaid, LONGEST_SUM));
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
