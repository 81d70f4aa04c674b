package io.foyer.hub.domain.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a meter's days and tells those that are unlike all days before, day by day, as it would have been told then.
 * On each Monday it learns anew from the {@link Baseline#WEEKS} weeks before, without the days that it has told of: so a
 * fault does not become usual. After {@link #LONGEST} days in a row it does: something has changed for good.
 */
public final class AnomalySearch {
    /** How many days before those that are asked for it begins, so that it knows what has already been going on. */
    public static final int WARM_UP = 28;

    private static final int LONGEST = 28;

    private final MeterFacts facts;
    private final HourTable known;
    private final OddStretches stretches;
    private final List<LocalDate> inRow = new ArrayList<>();

    private AnomalySearch(MeterFacts facts) {
        this.facts = facts;
        known = facts.use().copy();
        stretches = new OddStretches(facts.zone());
    }

    /**
     * The anomalies that overlap the whole days [from, until), in order of time.
     *
     * @param facts from {@link #readsFrom} on
     */
    public static List<Anomaly> of(MeterFacts facts, LocalDate from, LocalDate until) {
        AnomalySearch search = new AnomalySearch(facts);
        for (LocalDate week = monday(from.minusDays(WARM_UP)); week.isBefore(until); week = week.plusWeeks(1)) {
            search.week(week, until);
        }
        Instant start = from.atStartOfDay(facts.zone()).toInstant();
        return search.stretches.anomalies().stream()
                .filter(found -> found.until().isAfter(start))
                .toList();
    }

    /** The first day whose use matters to what is told of {@code from} on. */
    public static LocalDate readsFrom(LocalDate from) {
        return monday(from.minusDays(WARM_UP)).minusWeeks(Baseline.WEEKS);
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private void week(LocalDate monday, LocalDate until) {
        LocalDate from = facts.learnsFrom(monday);
        Optional<Baseline> learned = Baseline.learn(known, facts.people(), facts.calendar(), from, monday);
        if (learned.isEmpty()) {
            return;
        }
        DayJudge judge = new DayJudge(learned.get(), known, facts.people(), facts.calendar(), from, monday);
        LocalDate end = monday.plusWeeks(1).isBefore(until) ? monday.plusWeeks(1) : until;
        for (LocalDate day = monday; day.isBefore(end); day = day.plusDays(1)) {
            if (facts.firstChange(start(day), start(day.plusDays(1))) != null) {
                return;
            }
            judge(judge, day);
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(facts.zone()).toInstant();
    }

    private void judge(DayJudge judge, LocalDate day) {
        double[] expected = judge.expected(day);
        double[] used = facts.use().on(day);
        Long quantity = facts.spread().get(day);
        Optional<AnomalyCause> cause = judge.cause(day, used);
        if (quantity != null && DayJudge.isKnown(expected)) {
            Arrays.fill(used, quantity / (double) HourTable.HOURS);
            cause = Optional.of(AnomalyCause.GAP);
        }
        DayStray stray =
                new DayStray(day, expected, used, judge.errors(day, used).scales());
        stretches.add(stray, cause.orElse(null));
        if (cause.isEmpty()) {
            inRow.clear();
            return;
        }
        known.forget(day);
        inRow.add(day);
        if (inRow.size() == LONGEST) {
            inRow.forEach(each -> known.set(each, facts.use().on(each)));
            inRow.clear();
        }
    }
}
