package io.foyer.simulators.simulate;

import io.foyer.simulators.setting.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words after a command, one after the other; whatever is wrong with one is a {@link Refusal}. */
public final class Flags {
    private final String command;
    private final Iterator<String> words;
    private String flag = "";

    public Flags(String command, List<String> words) {
        this.command = command;
        this.words = words.iterator();
    }

    public boolean next() {
        if (!words.hasNext()) {
            return false;
        }
        flag = words.next();
        return true;
    }

    public String flag() {
        return flag;
    }

    public String text() {
        if (!words.hasNext()) {
            throw new Refusal(command + ": " + flag + " lacks its value. See ./foyer " + command + " --help.");
        }
        return words.next();
    }

    public Refusal unknown(String known) {
        return new Refusal(
                command + ": unknown " + (flag.startsWith("-") ? "flag " : "word ") + flag + ". Known: " + known + ".");
    }

    public Refusal wrong(String text, String why) {
        return new Refusal(command + ": " + flag + " " + text + " " + why);
    }

    public double speed() {
        double speed = parse(Double::valueOf, "is not a number. Example: --speed 60");
        if (speed > 0 && speed <= 1_000_000) {
            return speed;
        }
        throw wrong(String.valueOf(speed), "is out of range. It is above 0 and at most 1000000.");
    }

    public long seed() {
        return parse(Long::valueOf, "is not a whole number. Example: --seed 7");
    }

    /** ISO, or a number and one of s, m, h, d. */
    public Duration duration() {
        Duration duration = parse(Flags::duration, "is no duration. Example: PT90M, 90m, 8h, 14d");
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofDays(3_660)) > 0) {
            throw wrong(duration.toString(), "is out of range. It is above 0 and at most ten years.");
        }
        return duration;
    }

    /** A date, or a date with a time, on the site's clock. */
    public LocalDateTime time() {
        return parse(
                text -> text.contains("T")
                        ? LocalDateTime.parse(text)
                        : LocalDate.parse(text).atStartOfDay(),
                "is no time. Example: 2026-11-23T08:00, or 2026-11-23");
    }

    private static Duration duration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.matches("\\d{1,9}[SMH]")) {
            return Duration.parse("PT" + upper);
        }
        return Duration.parse(upper.matches("\\d{1,9}D") ? "P" + upper : upper);
    }

    private <T> T parse(Function<String, T> parser, String wrong) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeException no) {
            throw wrong(text, wrong);
        }
    }
}
