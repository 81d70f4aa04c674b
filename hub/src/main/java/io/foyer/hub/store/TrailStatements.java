package io.foyer.hub.store;

/** The statements that write the trail of a site: messages, decisions, alarms, dead letters and acts of people. */
final class TrailStatements {
    static final String MESSAGE = """
            INSERT INTO message (arrived, at, site, device, retained, kind, message_id, body)
            SELECT unnest($1::timestamptz[]), unnest($2::timestamptz[]), unnest($3::int4[]), unnest($4::int4[]),
                   unnest($5::bool[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[])""";

    static final String ACCESS_EVENT = """
            INSERT INTO access_event
              (site, at, received, device, door, type, direction, outcome, reason, swipe, credential, member)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::timestamptz[]), unnest($4::int4[]),
                   unnest($5::int4[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
                   unnest($9::text[]), unnest($10::text[]), unnest($11::text[]), unnest($12::text[])""";

    static final String DEAD_LETTER = """
            INSERT INTO dead_letter (site, at, device, topic, reason, payload)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[]),
                   unnest($5::text[]), unnest($6::text[])""";

    static final String AUDIT = """
            INSERT INTO audit (site, at, actor, action, subject, detail)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[]),
                   unnest($5::text[]), unnest($6::text[])""";

    static final String ALARM = """
            INSERT INTO alarm (site, kind, subject, since, until, acknowledged_by, evidence_zh, evidence_en)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::text[]), unnest($4::timestamptz[]),
                   unnest($5::timestamptz[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[])
            ON CONFLICT (site, kind, subject, since) DO UPDATE SET
              until = excluded.until, acknowledged_by = excluded.acknowledged_by,
              evidence_zh = excluded.evidence_zh, evidence_en = excluded.evidence_en""";

    private TrailStatements() {}
}
