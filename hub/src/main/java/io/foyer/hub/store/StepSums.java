package io.foyer.hub.store;

/**
 * Rolls the points of zones up into steps. The table {@code zone_step} holds the steps that have ended. The step that
 * runs is added up for who asks ({@link ZoneQueries}): a busy house would write each of them anew with each batch.
 */
final class StepSums {
    /**
     * The queries from {@code step} (zone, seconds, start, stop) to {@code fold}, whose columns are those of
     * {@code zone_step}. Times in microseconds. The count of the last point before a step holds
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

    /**
     * Runs at the end of a batch, for the stretches of time of each zone in which points have changed (without an end:
     * up to the newest point). Makes three kinds of ended step from their points: those with a changed point, the step
     * after each of them, and a step that had not ended before this batch. In the usual case there is none of them in a
     * zone: all is in the running step, and the 5 minutes before are rolled up, with all that ended then. A step whose
     * points the housekeeping has dropped stands. Scalar subqueries and OFFSET 0 keep the server looking up by key; before
     * it has statistics, it would make joins that read all points of a zone or the whole table.
     */
    static final String ROLL_UP = """
            WITH told AS (
              SELECT zone, since, coalesce(until, 'infinity') AS until FROM (
                SELECT unnest($1::int4[]) AS zone, unnest($2::timestamptz[]) AS since,
                       unnest($3::timestamptz[]) AS until) stretch),
            active AS (
              SELECT t.*, newest.at AS newest, earlier.at AS earlier FROM told t
              CROSS JOIN LATERAL (SELECT at FROM zone_point WHERE zone = t.zone ORDER BY at DESC LIMIT 1) newest
              LEFT JOIN LATERAL (
                SELECT at FROM zone_point WHERE zone = t.zone AND at < t.since ORDER BY at DESC LIMIT 1) earlier ON true
              WHERE t.since < date_bin('300 s', newest.at, 'epoch') OR earlier.at IS NOT NULL AND (
                SELECT start FROM zone_step s
                WHERE s.zone = t.zone AND s.seconds = 300 AND s.start = date_bin('300 s', earlier.at, 'epoch')) IS NULL),
            sized AS (
              SELECT a.*, l.seconds, l.length, date_bin(l.length, a.newest, 'epoch') AS running
              FROM active a CROSS JOIN (VALUES (300, interval '300 s'), (900, '900 s'), (3600, '3600 s')) l(seconds, length)),
            changed AS (
              SELECT DISTINCT a.zone, a.seconds, a.length, a.running, date_bin(a.length, p.at, 'epoch') AS start
              FROM sized a CROSS JOIN LATERAL (
                SELECT at FROM zone_point
                WHERE zone = a.zone AND at >= a.since AND at <= a.until AND at < a.running OFFSET 0) p),
            after AS (
              SELECT c.*, date_bin(c.length, p.at, 'epoch') AS next FROM changed c CROSS JOIN LATERAL (
                SELECT at FROM zone_point WHERE zone = c.zone AND at >= c.start + c.length ORDER BY at LIMIT 1) p),
            ended AS (SELECT *, date_bin(length, earlier, 'epoch') AS start FROM sized),
            step AS (
              SELECT zone, seconds, start, start + length AS stop FROM (
                SELECT zone, seconds, length, start FROM changed
                UNION SELECT zone, seconds, length, next FROM after WHERE next < running
                UNION SELECT zone, seconds, length, start FROM ended e WHERE start < running AND (
                  SELECT start FROM zone_step s WHERE s.zone = e.zone AND s.seconds = e.seconds AND s.start = e.start)
                  IS NULL) made
              WHERE coalesce((
                SELECT EXISTS (SELECT FROM zone_point k WHERE k.zone = s.zone AND k.at = s.newest) FROM zone_step s
                WHERE s.zone = made.zone AND s.seconds = made.seconds AND s.start = made.start), true)),
            """ + OF_POINTS + """
            INSERT INTO zone_step (zone, seconds, start, newest, count, people, known, used, most, entries, exits)
            SELECT * FROM fold
            ON CONFLICT (zone, seconds, start) DO UPDATE SET
              newest = excluded.newest, count = excluded.count, people = excluded.people, known = excluded.known,
              used = excluded.used, most = excluded.most, entries = excluded.entries, exits = excluded.exits""";

    private StepSums() {}
}
