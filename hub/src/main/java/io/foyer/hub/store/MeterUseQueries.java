package io.foyer.hub.store;

import io.foyer.hub.domain.energy.MeterUse.MeterDay;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.energy.MeterUse.MonthUse;
import io.foyer.hub.domain.energy.MeterUse.WeekdayUse;
import io.foyer.hub.domain.energy.Quarters;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds up days of meters. */
final class MeterUseQueries {
    private static final String DAYS = """
            FROM site s JOIN meter m ON m.site = s.key JOIN meter_day d ON d.meter = m.key
            WHERE s.id = $1 AND m.id = ANY ($2) AND d.day >= $3 AND d.day < $4 GROUP BY 1 ORDER BY 1""";

    static final String MONTHS = """
            SELECT date_trunc('month', d.day::timestamp)::date AS month, sum(d.quantity)::int8 AS quantity,
              sum(d.estimates) > 0 AS estimated
            """ + DAYS;

    static final String TOTALS = "SELECT m.id AS meter, sum(d.quantity)::int8 AS quantity " + DAYS;

    static final String WEEKDAYS = """
            SELECT extract(isodow FROM d.day)::int4 AS weekday, count(DISTINCT d.day)::int4 AS days,
              sum(d.estimates) > 0 AS estimated,
            """ + MeterStatements.ofHours("sum(d.h%1$s)::int8 AS h%1$s") + "\n" + DAYS;

    /** The server looks the last quarter-hour up once, by the end of its index. */
    static final String PAST = """
            WITH place AS MATERIALIZED (
              SELECT m.key, (SELECT max(start) FROM quarter WHERE meter = m.key) AS last
              FROM site s JOIN meter m ON m.site = s.key WHERE s.id = $1 AND m.id = $2)
            SELECT d.day, d.estimates, p.last,
              ARRAY[""" + MeterStatements.ofHours("d.h%1$s") + """
            ] AS hours
            FROM place p JOIN meter_day d ON d.meter = p.key WHERE d.day >= $3 AND d.day < $4 ORDER BY d.day""";

    private MeterUseQueries() {}

    static final Collector<Row, ?, MeterPast> INTO_PAST = Collectors.teeing(
            Collectors.mapping(MeterUseQueries::day, Collectors.toList()),
            Collectors.mapping(row -> RowTimes.of(row, "last").plus(Quarters.LENGTH), Collectors.toSet()),
            (days, until) -> until.isEmpty()
                    ? MeterPast.NONE
                    : new MeterPast(days, until.iterator().next()));

    private static MeterDay day(Row row) {
        return new MeterDay(
                row.getLocalDate("day"), List.of(row.getArrayOfLongs("hours")), row.getInteger("estimates"));
    }

    static MonthUse month(Row row) {
        return new MonthUse(
                YearMonth.from(row.getLocalDate("month")), row.getLong("quantity"), row.getBoolean("estimated"));
    }

    /** Of {@link #TOTALS}. */
    static Collector<Row, ?, Map<String, Long>> byMeter() {
        return Collectors.toMap(row -> row.getString("meter"), row -> row.getLong("quantity"));
    }

    static WeekdayUse weekday(Row row) {
        return new WeekdayUse(
                DayOfWeek.of(row.getInteger("weekday")),
                row.getInteger("days"),
                IntStream.range(0, 24).mapToObj(hour -> row.getLong("h" + hour)).toList(),
                row.getBoolean("estimated"));
    }

    /** The values of {@link #MONTHS}, {@link #TOTALS} and {@link #WEEKDAYS}. */
    static Tuple days(String site, Set<String> meters, LocalDate from, LocalDate to) {
        return Tuple.of(site, meters.toArray(String[]::new), from, to);
    }
}
