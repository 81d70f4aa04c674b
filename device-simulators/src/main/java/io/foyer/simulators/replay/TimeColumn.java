package io.foyer.simulators.replay;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where and how a trace writes its time. An offset in the text counts; without one it is local time of {@code zone}.
 *
 * @param midnightEnds whether {@code 00:00} stands for 24:00 of the date beside it, as some meters write it
 */
record TimeColumn(String column, List<DateTimeFormatter> formats, ZoneId zone, boolean midnightEnds) {
    TimeColumn {
        formats = List.copyOf(formats);
    }

    /** Strict, so that 31 February is an error; {@code y} is understood as a year of our era.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws DateTimeException if no pattern fits */
    Instant parse(String text) {
        return formats.stream()
                .flatMap(format -> parse(text, format).stream())
                .findFirst()
                .orElseThrow(() -> new DateTimeException("'" + text + "' is not a time"));
    }

    private Optional<Instant> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(instant(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from)));
        } catch (DateTimeException otherPattern) {
            return Optional.empty();
        }
    }

    private Instant instant(TemporalAccessor time) {
        Instant instant = time instanceof OffsetDateTime withOffset
                ? withOffset.toInstant()
                : LocalDateTime.from(time).atZone(zone).toInstant();
        boolean nextDay = midnightEnds && LocalTime.from(time).equals(LocalTime.MIDNIGHT);
        return nextDay ? instant.plus(Duration.ofDays(1)) : instant;
    }
}
