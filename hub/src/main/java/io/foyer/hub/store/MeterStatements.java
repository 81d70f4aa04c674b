package io.foyer.hub.store;

/** What keeps the readings, the quarter-hours and the rates of meters. */
final class MeterStatements {
    static final String READING = """
            INSERT INTO reading (meter, at, register, verdict, booked_from, quantity, estimated)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int8[]), unnest($4::text[]),
                   unnest($5::timestamptz[]), unnest($6::int8[]), unnest($7::bool[])
            ON CONFLICT (meter, at) DO UPDATE SET
              register = excluded.register, verdict = excluded.verdict, booked_from = excluded.booked_from,
              quantity = excluded.quantity, estimated = excluded.estimated""";

    static final String QUARTER = """
            INSERT INTO quarter (meter, start, quantity, estimated)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::int8[]), unnest($4::bool[])
            ON CONFLICT (meter, start) DO UPDATE SET quantity = excluded.quantity, estimated = excluded.estimated""";

    static final String RATE = """
            INSERT INTO rate_state (meter, rate, as_of) SELECT unnest($1::int4[]), unnest($2::float8[]), unnest($3::timestamptz[])
            ON CONFLICT (meter) DO UPDATE SET rate = excluded.rate, as_of = excluded.as_of""";

    private MeterStatements() {}
}
