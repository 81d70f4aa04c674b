package io.foyer.hub.store;

/** Adds up the points of steps. */
final class StepSums {
    /**
     * The queries from {@code step} (zone, seconds, start, stop) to {@code fold}, whose columns are those of
     * {@code zone_step} but for {@code stale}. Times in microseconds. The count of the last point before a step holds
     * from the step's start on, and the step's last count holds until the step's end.
     */
    static final String OF_POINTS = """
            held AS (
              SELECT s.*, p.at, p.count, p.entries, p.exits, greatest(p.at, s.start) AS since,
                     lead(p.at) OVER (PARTITION BY s.zone, s.seconds, s.start ORDER BY p.at) AS next
              FROM step s CROSS JOIN LATERAL (
                (SELECT * FROM zone_point b WHERE b.zone = s.zone AND b.at < s.start ORDER BY b.at DESC LIMIT 1)
                UNION ALL
                (SELECT * FROM zone_point b WHERE b.zone = s.zone AND b.at >= s.start AND b.at < s.stop)) p),
            timed AS (
              SELECT *, (extract(epoch FROM coalesce(next, stop) - since) * 1000000)::int8 AS time FROM held),
            fold AS (
              SELECT zone, seconds, start, max(at) AS newest, max(count) FILTER (WHERE next IS NULL) AS count,
                     coalesce(sum(count * time), 0)::int8 AS people,
                     coalesce(sum(time) FILTER (WHERE count IS NOT NULL), 0)::int8 AS known,
                     coalesce(sum(time) FILTER (WHERE count > 0), 0)::int8 AS used,
                     max(count) FILTER (WHERE time > 0 AND next IS NOT NULL) AS most,
                     coalesce(sum(entries) FILTER (WHERE at >= start), 0) AS entries,
                     coalesce(sum(exits) FILTER (WHERE at >= start), 0) AS exits
              FROM timed GROUP BY 1, 2, 3)
            """;

    private StepSums() {}
}
