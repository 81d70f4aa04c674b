package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.forecast.SiteCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a meter's past and of what its use depends on.
 *
 * @param spread what was used on days whose use was spread over a gap
 * @param people in the zone of the meter
 * @param changes in order of time
 */
public record MeterFacts(
        HourTable use,
        Map<LocalDate, Long> spread,
        HourTable people,
        SiteCalendar calendar,
        ZoneId zone,
        List<StaticChange> changes) {
    public MeterFacts {
        spread = Map.copyOf(spread);
        changes = List.copyOf(changes);
    }

    /**
     * What a meter has told.
     *
     * @param past with the day before the first that matters
     */
    public static MeterFacts of(
            MeterPast past, HourTable people, SiteCalendar calendar, ZoneId zone, List<StaticChange> changes) {
        return new MeterFacts(
                HourTable.ofUse(past.days(), zone, past.until()),
                past.days().stream()
                        .filter(MeterDay::isSpread)
                        .collect(Collectors.toMap(MeterDay::day, MeterDay::quantity)),
                people,
                calendar,
                zone,
                changes);
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
