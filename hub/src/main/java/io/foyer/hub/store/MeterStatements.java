package io.foyer.hub.store;

/** What keeps the readings of meters. */
final class MeterStatements {
    static final String READING = """
            INSERT INTO reading (meter, at, register, verdict, booked_from, quantity, estimated)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::float8[]), unnest($4::text[]),
                   unnest($5::timestamptz[]), unnest($6::float8[]), unnest($7::bool[])
            ON CONFLICT (meter, at) DO UPDATE SET
              register = excluded.register, verdict = excluded.verdict, booked_from = excluded.booked_from,
              quantity = excluded.quantity, estimated = excluded.estimated""";

    private MeterStatements() {}
}
