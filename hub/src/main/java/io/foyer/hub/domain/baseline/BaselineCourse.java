package io.foyer.hub.domain.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a meter would use hour by hour, as the days before told, and what it saved beside that.
 *
 * @param fit null where too little is known; then {@code items} is empty and {@code saving} null
 * @param learnedFrom the first day that it was learned from
 * @param learnedUntil the day after the last one
 * @param saving in the hours whose use is known; null where there are none
 * @param closing the change that ended it: within the course, or before it where too little has been known since
 */
public record BaselineCourse(
        List<HourBand> items,
        @Nullable BaselineFit fit,
        LocalDate learnedFrom,
        LocalDate learnedUntil,
        @Nullable Saving saving,
        @Nullable StaticChange closing) {
    public BaselineCourse {
        items = List.copyOf(items);
    }

    /** Learned from the days before that of {@code from}, and told for [from, to) or up to a change. */
    public static BaselineCourse of(MeterFacts facts, Instant from, Instant to) {
        LocalDate day = LocalDate.ofInstant(from, facts.zone());
        Optional<Baseline> learned = facts.baseline(day);
        if (learned.isEmpty()) {
            return new BaselineCourse(List.of(), null, facts.learnsFrom(day), day, null, facts.lastChange(to));
        }
        Baseline baseline = learned.get();
        StaticChange closing = facts.firstChange(from, to);
        Instant end = closing == null ? to : closing.at();
        List<HourBand> items = new ArrayList<>();
        double expected = 0;
        double measured = 0;
        int known = 0;
        ZonedDateTime first = from.atZone(facts.zone()).truncatedTo(ChronoUnit.HOURS);
        for (ZonedDateTime at = first; at.toInstant().isBefore(end); at = at.plusHours(1)) {
            LocalDateTime hour = at.toLocalDateTime();
            Optional<HourBand> band = baseline.band(at.toInstant(), hour, facts.people());
            band.ifPresent(items::add);
            double used = facts.use().at(hour.toLocalDate(), hour.getHour());
            if (band.isPresent() && !Double.isNaN(used)) {
                expected += band.get().expected();
                measured += used;
                known++;
            }
        }
        Saving saving =
                known == 0 ? null : Saving.of(expected, measured, known / (double) HourTable.HOURS, baseline.fit());
        return new BaselineCourse(items, baseline.fit(), facts.learnsFrom(day), day, saving, closing);
    }
}
