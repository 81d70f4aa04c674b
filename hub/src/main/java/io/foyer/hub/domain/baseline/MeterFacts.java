package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a meter's past and of what its use depends on.
 *
 * @param people in the zone of the meter
 * @param changes in order of time
 */
public record MeterFacts(
        HourTable use, HourTable people, SiteCalendar calendar, ZoneId zone, List<StaticChange> changes) {
    public MeterFacts {
        changes = List.copyOf(changes);
    }

    /** The first day that a baseline before {@code until} may learn from: the day after the last change is the earliest. */
    LocalDate learnsFrom(LocalDate until) {
        LocalDate earliest = until.minusWeeks(Baseline.WEEKS);
        StaticChange last = lastChange(until.atStartOfDay(zone).toInstant());
        LocalDate after =
                last == null ? earliest : LocalDate.ofInstant(last.at(), zone).plusDays(1);
        return after.isAfter(earliest) ? after : earliest;
    }

    /** What the days before {@code until} tell; empty where they are too few. */
    Optional<Baseline> baseline(LocalDate until) {
        return Baseline.learn(use, people, calendar, learnsFrom(until), until);
    }

    /** The last change before an instant; null where there is none. */
    @Nullable StaticChange lastChange(Instant before) {
        @Nullable StaticChange last = null;
        for (StaticChange change : changes) {
            if (change.at().isBefore(before)) {
                last = change;
            }
        }
        return last;
    }

    /** The first change in [from, to); null where there is none. */
    @Nullable StaticChange firstChange(Instant from, Instant to) {
        for (StaticChange change : changes) {
            if (!change.at().isBefore(from) && change.at().isBefore(to)) {
                return change;
            }
        }
        return null;
    }
}
