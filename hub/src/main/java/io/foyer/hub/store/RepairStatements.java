package io.foyer.hub.store;

/** What puts the repairs of people into the ledger, and takes them out. */
final class RepairStatements {
    static final String PUT = """
            INSERT INTO repair (meter, id, begins, until, quantity, reason, actor, made)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (meter, id) DO NOTHING""";

    static final String REMOVE = "DELETE FROM repair WHERE meter = $1 AND id = $2";

    /** Quarters get the quantities of a repair. What they had is kept beside. */
    static final String COVER = """
            INSERT INTO quarter AS old (meter, start, quantity, estimated, repaired)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int8[]), true, true
            ON CONFLICT (meter, start) DO UPDATE SET
              quantity = excluded.quantity, estimated = true, repaired = true,
              read_quantity = old.quantity, read_estimated = old.estimated
            WHERE NOT old.repaired""";

    /** Quarters that were not there before the repair. */
    static final String FORGET =
            "DELETE FROM quarter WHERE meter = $1 AND start >= $2 AND start < $3 AND repaired AND read_quantity IS NULL";

    static final String UNCOVER = """
            UPDATE quarter SET quantity = read_quantity, estimated = read_estimated, repaired = false,
              read_quantity = NULL, read_estimated = NULL
            WHERE meter = $1 AND start >= $2 AND start < $3 AND repaired""";

    static final String FORGET_DAYS = "DELETE FROM meter_day WHERE meter = $1 AND day >= $2 AND day <= $3";

    /** Adds up the days of the meter $1 whose quarters begin in [$2, $3), by the time zone $4. */
    static final String DAYS = MeterStatements.daysOfQuarters("q.meter = $1 AND q.start >= $2 AND q.start < $3", "$4");

    static final String OF_METERS = """
            SELECT m.id AS meter, r.id, r.begins, r.until, r.quantity, r.reason, r.actor, r.made
            FROM repair r JOIN meter m ON m.key = r.meter WHERE r.meter = ANY ($1) ORDER BY r.made, r.id""";

    private RepairStatements() {}
}
