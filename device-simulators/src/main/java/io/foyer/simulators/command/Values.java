package io.foyer.simulators.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of flags are written. A wrong value fails with the words that follow the flag in the message. */
public final class Values {
    private static final double MOST_SPEED = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private Values() {}

    /** How many simulated seconds pass in one second. */
    public static final class Speed implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            double speed = parse(text, Double::valueOf, "is not a number. Example: --speed 60");
            if (speed > 0 && speed <= MOST_SPEED) {
                return speed;
            }
            throw wrong(text, "is out of range. It is above 0 and at most 1000000.");
        }
    }

    /** The number that makes a simulated day the same again. */
    public static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return parse(text, Long::valueOf, "is not a whole number. Example: --seed 7");
        }
    }

    /** An ISO duration, or a number and one of s, m, h, d. */
    public static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration length = parse(text, Values::duration, "is no duration. Example: PT90M, 90m, 8h, 14d");
            if (length.isZero() || length.isNegative() || length.compareTo(LONGEST) > 0) {
                throw wrong(text, "is out of range. It is above 0 and at most ten years.");
            }
            return length;
        }
    }

    /** A date, or a date with a time, on the site's clock. */
    public static final class SiteTime implements ITypeConverter<LocalDateTime> {
        @Override
        public LocalDateTime convert(String text) {
            return parse(
                    text,
                    any -> any.contains("T")
                            ? LocalDateTime.parse(any)
                            : LocalDate.parse(any).atStartOfDay(),
                    "is no time. Example: 2026-11-23T08:00, or 2026-11-23");
        }
    }

    private static Duration duration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.matches("\\d{1,9}[SMH]")) {
            return Duration.parse("PT" + upper);
        }
        return Duration.parse(upper.matches("\\d{1,9}D") ? "P" + upper : upper);
    }

    private static <T> T parse(String text, Function<String, T> parser, String why) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeException no) {
            throw wrong(text, why);
        }
    }

    /** What a converter throws: the text and what is wrong with it. */
    public static TypeConversionException wrong(String text, String why) {
        return new TypeConversionException(text + " " + why);
    }
}
