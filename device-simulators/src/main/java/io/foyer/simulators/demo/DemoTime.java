package io.foyer.simulators.demo;

import io.foyer.simulators.day.DayKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * At which time the demo begins, so that whoever comes finds people: now, while it is a working day there, else in a
 * working morning. Never before what the hub's data folder has seen, which its file {@code demo-time} tells.
 */
final class DemoTime {
    private static final LocalTime MORNING = LocalTime.of(10, 15);
    private static final LocalTime LAST = LocalTime.of(16, 30);

    private final ZoneId timeZone;

    DemoTime(ZoneId timeZone) {
        this.timeZone = timeZone;
    }

    /** Empty where the data is not the demo's: time is the machine's there. */
    Optional<Instant> begins(Path data, Instant now) {
        Path told = data.resolve("demo-time");
        try {
            if (Files.exists(told)) {
                return Optional.of(
                        begins(now, Instant.parse(Files.readString(told).strip())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Files.exists(data.resolve("postgres")) ? Optional.empty() : Optional.of(begins(now, Instant.MIN));
    }

    /** @param earliest up to which the past is told */
    Instant begins(Instant now, Instant earliest) {
        boolean isFree = !now.isBefore(earliest);
        if (isFree && isLively(now)) {
            return now;
        }
        Instant morning = morningUntil(now);
        if (isFree && !morning.isBefore(earliest)) {
            return morning;
        }
        return isLively(earliest) ? earliest : morningAfter(earliest);
    }

    private boolean isLively(Instant moment) {
        ZonedDateTime there = moment.atZone(timeZone);
        return isWorkday(there.toLocalDate())
                && !there.toLocalTime().isBefore(MORNING)
                && there.toLocalTime().isBefore(LAST);
    }

    private Instant morningUntil(Instant moment) {
        LocalDate date = moment.atZone(timeZone).toLocalDate();
        while (!isWorkday(date) || morning(date).isAfter(moment)) {
            date = date.minusDays(1);
        }
        return morning(date);
    }

    private Instant morningAfter(Instant moment) {
        LocalDate date = moment.atZone(timeZone).toLocalDate();
        while (!isWorkday(date) || morning(date).isBefore(moment)) {
            date = date.plusDays(1);
        }
        return morning(date);
    }

    private Instant morning(LocalDate date) {
        return date.atTime(MORNING).atZone(timeZone).toInstant();
    }

    private static boolean isWorkday(LocalDate date) {
        return DayKind.of(date) == DayKind.WORKDAY;
    }
}
