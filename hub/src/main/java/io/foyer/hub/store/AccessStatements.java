package io.foyer.hub.store;

/** The statements that write where people are, which visits they have used, and how the doors stand. */
final class AccessStatements {
    static final String WHEREABOUTS = """
            INSERT INTO whereabouts
              (site, person, zone, since, forgiven, grant_door, grant_target, grant_until, grant_membership)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::int4[]), unnest($4::timestamptz[]),
                   unnest($5::bool[]), unnest($6::int4[]), unnest($7::int4[]), unnest($8::timestamptz[]),
                   unnest($9::text[])
            ON CONFLICT (site, person) DO UPDATE SET
              zone = excluded.zone, since = excluded.since, forgiven = excluded.forgiven,
              grant_door = excluded.grant_door, grant_target = excluded.grant_target,
              grant_until = excluded.grant_until, grant_membership = excluded.grant_membership""";

    static final String DAY_USED = """
            INSERT INTO day_used (site, membership, day) SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::date[])
            ON CONFLICT DO NOTHING""";

    static final String ATTEMPTS = """
            INSERT INTO attempts (site, subject, wrong, last)
            SELECT unnest($1::int4[]), unnest($2::text[]), unnest($3::int4[]), unnest($4::timestamptz[])
            ON CONFLICT (site, subject) DO UPDATE SET wrong = excluded.wrong, last = excluded.last""";

    static final String DOOR_ACTIVITY = """
            INSERT INTO door_activity (door, granted_until, first_in)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::timestamptz[])
            ON CONFLICT (door) DO UPDATE SET
              granted_until = excluded.granted_until, first_in = excluded.first_in""";

    static final String DOOR_CONTACT = """
            INSERT INTO door_contact (door, device, open, as_of, heard, asleep)
            SELECT unnest($1::int4[]), unnest($2::int4[]), unnest($3::bool[]), unnest($4::timestamptz[]),
                   unnest($5::timestamptz[]), unnest($6::bool[])
            ON CONFLICT (door, device) DO UPDATE SET
              open = excluded.open, as_of = excluded.as_of, heard = excluded.heard, asleep = excluded.asleep""";

    static final String RELEASE = """
            INSERT INTO release (site, since, actor, reason)
            SELECT unnest($1::int4[]), unnest($2::timestamptz[]), unnest($3::text[]), unnest($4::text[])
            ON CONFLICT (site) DO UPDATE SET
              since = excluded.since, actor = excluded.actor, reason = excluded.reason""";

    private AccessStatements() {}
}
