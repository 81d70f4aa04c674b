package io.foyer.hub.store;

import io.foyer.hub.domain.performance.EmptyUse;
import io.foyer.hub.domain.performance.EmptyUse.MeterPart;
import io.foyer.hub.domain.performance.WasteQuestion;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Joins the quarter-hours of meters with the quarter-hours in which zones were empty. */
final class WasteQueries {
    /**
     * The kept steps of a zone are those in which its count has changed: the last count holds for the quarter-hours up to
     * the next one. The step of the newest point is not kept yet: it counts as not known to be empty, and its count holds.
     */
    static final String EMPTY_USE = """
            WITH part AS (
              SELECT p.grp, z.key AS zone, m.key AS meter, p.sign
              FROM unnest($2::int4[], $3::text[], $4::text[], $5::int4[]) p(grp, zone, meter, sign)
              JOIN site s ON s.id = $1
              JOIN meter m ON m.site = s.key AND m.id = p.meter JOIN zone z ON z.site = s.key AND z.id = p.zone),
            step AS (
              SELECT st.*, lead(st.start, 1, $7::timestamptz) OVER (PARTITION BY st.zone ORDER BY st.start) AS next
              FROM (SELECT DISTINCT zone FROM part) place CROSS JOIN LATERAL (
                (SELECT zone, start, known, used, count FROM zone_step
                 WHERE zone = place.zone AND seconds = 900 AND start < $6 ORDER BY start DESC LIMIT 1)
                UNION ALL
                (SELECT zone, start, known, used, count FROM zone_step
                 WHERE zone = place.zone AND seconds = 900 AND start >= $6 AND start < $7)
                UNION ALL
                (SELECT zone, date_bin('15 min', at, 'epoch'), null, null, count FROM zone_point
                 WHERE zone = place.zone AND at < $7 AND at >=\s""" + ZoneQueries.rolledUntil("place.zone", "900") + """
                 ORDER BY at DESC LIMIT 1)) st),
            nobody AS (
              SELECT zone, start FROM step WHERE known = 900000000 AND used = 0
              UNION ALL
              SELECT zone, later FROM step CROSS JOIN LATERAL generate_series(
                greatest(start + interval '15 min', $6), next - interval '15 min', interval '15 min') later
              WHERE count = 0),
            used AS (
              SELECT part.grp, part.zone, q.start, sum(q.quantity * part.sign)::int8 AS quantity,
                bool_or(q.estimated) AS estimated
              FROM part JOIN quarter q ON q.meter = part.meter AND q.start >= $6 AND q.start < $7 GROUP BY 1, 2, 3),
            both_known AS (
              SELECT used.*, nobody.start IS NOT NULL AS is_empty FROM used LEFT JOIN nobody USING (zone, start)),
            level AS (
              SELECT grp, greatest(0, percentile_disc(0.1) WITHIN GROUP (ORDER BY quantity)) AS standby
              FROM both_known WHERE is_empty AND NOT estimated GROUP BY grp)
            SELECT grp, ($9::int4[])[width_bucket(start, $8::timestamptz[])] AS price, sum(quantity)::int8 AS total,
              coalesce(sum(quantity) FILTER (WHERE is_empty), 0)::int8 AS empty,
              coalesce(sum(greatest(0, quantity - standby)) FILTER (WHERE is_empty), 0)::int8 AS above
            FROM both_known LEFT JOIN level USING (grp) GROUP BY 1, 2 ORDER BY 1, 2""";

    private WasteQueries() {}

    static EmptyUse use(Row row) {
        return new EmptyUse(
                row.getInteger("grp"),
                row.getInteger("price"),
                row.getLong("total"),
                row.getLong("empty"),
                row.getLong("above"));
    }

    /** The values of {@link #EMPTY_USE}. */
    static Tuple question(String site, WasteQuestion question, Instant from, Instant to) {
        List<MeterPart> parts = question.parts();
        return Tuple.tuple()
                .addString(site)
                .addArrayOfInteger(parts.stream().map(MeterPart::group).toArray(Integer[]::new))
                .addArrayOfString(parts.stream().map(MeterPart::zone).toArray(String[]::new))
                .addArrayOfString(parts.stream().map(MeterPart::meter).toArray(String[]::new))
                .addArrayOfInteger(parts.stream().map(MeterPart::sign).toArray(Integer[]::new))
                .addValue(RowTimes.toRow(from))
                .addValue(RowTimes.toRow(to))
                .addValue(
                        question.prices().starts().stream().map(RowTimes::toRow).toArray(OffsetDateTime[]::new))
                .addArrayOfInteger(question.prices().places().toArray(Integer[]::new));
    }
}
