package io.foyer.hub.store;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.PeopleChanges;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Writes members, memberships and credentials. They change seldom, and their order matters. So each change is a
 * statement of its own, for one person or for many.
 */
final class People implements PeopleChanges {
    private static final String PUT_MEMBERS = """
            INSERT INTO member (site, id, name, company, exempt)
            SELECT $1, id, name, company, string_to_array(exempt, ',')
            FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) given (id, name, company, exempt)
            ON CONFLICT (site, id) DO UPDATE SET
              name = excluded.name, company = excluded.company, exempt = excluded.exempt""";
    private static final String PUT_MEMBERSHIPS = """
            INSERT INTO membership (site, id, member, plan, first_day, last_day, status, zone, company,
                                    starts_on_first_use)
            SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::text[], $8::text[],
                                     $9::text[], $10::bool[])
            ON CONFLICT (site, id) DO UPDATE SET
              member = excluded.member, plan = excluded.plan, first_day = excluded.first_day,
              last_day = excluded.last_day, status = excluded.status, zone = excluded.zone,
              company = excluded.company, starts_on_first_use = excluded.starts_on_first_use""";
    private static final String PUT_CREDENTIALS = """
            INSERT INTO credential (site, type, value, member, blocked, until, pin)
            SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::bool[], $6::timestamptz[], $7::text[])
            ON CONFLICT (site, type, value) DO UPDATE SET
              member = excluded.member, blocked = excluded.blocked, until = excluded.until, pin = excluded.pin""";
    private static final String REMOVE_CREDENTIAL =
            "DELETE FROM credential WHERE site = $1 AND type = $2 AND value = $3";

    /** The statements take a site and the id of a member. */
    private static final List<String> ERASE = List.of(
            "DELETE FROM attempts WHERE site = $1 AND subject IN"
                    + " (SELECT type || '/' || value FROM credential WHERE site = $1 AND member = $2)",
            "DELETE FROM credential WHERE site = $1 AND member = $2",
            "DELETE FROM day_used WHERE site = $1 AND membership IN"
                    + " (SELECT id FROM membership WHERE site = $1 AND member = $2)",
            "DELETE FROM whereabouts WHERE site = $1 AND person = $2",
            "DELETE FROM membership WHERE site = $1 AND member = $2",
            "DELETE FROM visit WHERE site = $1 AND host = $2",
            "DELETE FROM booking WHERE site = $1 AND members = ARRAY[$2]::text[]",
            "UPDATE booking SET members = array_remove(members, $2) WHERE site = $1 AND $2 = ANY (members)",
            "DELETE FROM member WHERE site = $1 AND id = $2");

    /** The most people in one statement when a file of people is imported. */
    private static final int MOST_ROWS = 500;

    private final int site;
    private final BatchRows rows;

    People(SiteKeys keys, BatchRows rows) {
        this.site = keys.site();
        this.rows = rows;
    }

    @Override
    public void member(Member member) {
        rows.statement(new Statement(PUT_MEMBERS, members(List.of(member))));
    }

    @Override
    public void membership(Membership membership) {
        rows.statement(new Statement(PUT_MEMBERSHIPS, memberships(List.of(membership))));
    }

    @Override
    public void credential(Credential credential) {
        rows.statement(new Statement(PUT_CREDENTIALS, credentials(List.of(credential))));
    }

    @Override
    public void credentialGone(Credential.CredentialKey key) {
        rows.statement(new Statement(REMOVE_CREDENTIAL, Tuple.of(site, Code.of(key.type()), key.value())));
    }

    @Override
    public void people(List<Member> members, List<Membership> memberships, List<Credential> credentials) {
        slice(PUT_MEMBERS, members, this::members);
        slice(PUT_MEMBERSHIPS, memberships, this::memberships);
        slice(PUT_CREDENTIALS, credentials, this::credentials);
    }

    /**
     * A short list is one statement, sent with all others. A long list is several statements, sent one after another.
     */
    private <T> void slice(String sql, List<T> all, Function<List<T>, Tuple> values) {
        for (int from = 0; from < all.size(); from += MOST_ROWS) {
            List<T> slice = all.subList(from, Math.min(all.size(), from + MOST_ROWS));
            rows.statement(new Statement(sql, () -> values.apply(slice), all.size() > MOST_ROWS));
        }
    }

    private Tuple members(List<Member> members) {
        return Tuple.of(
                site,
                column(members, Member::id, String[]::new),
                column(members, Member::name, String[]::new),
                column(members, Member::company, String[]::new),
                column(members, member -> String.join(",", member.exempt()), String[]::new));
    }

    private Tuple memberships(List<Membership> memberships) {
        return Tuple.tuple(Arrays.asList(
                site,
                column(memberships, Membership::id, String[]::new),
                column(memberships, Membership::member, String[]::new),
                column(memberships, Membership::plan, String[]::new),
                column(memberships, Membership::from, LocalDate[]::new),
                column(memberships, Membership::until, LocalDate[]::new),
                column(memberships, membership -> Code.of(membership.status()), String[]::new),
                column(memberships, Membership::zone, String[]::new),
                column(memberships, Membership::company, String[]::new),
                column(memberships, Membership::startsOnFirstUse, Boolean[]::new)));
    }

    private Tuple credentials(List<Credential> credentials) {
        return Tuple.tuple(Arrays.asList(
                site,
                column(credentials, credential -> Code.of(credential.key().type()), String[]::new),
                column(credentials, credential -> credential.key().value(), String[]::new),
                column(credentials, Credential::member, String[]::new),
                column(credentials, Credential::blocked, Boolean[]::new),
                column(credentials, credential -> RowTimes.toRowOrNull(credential.until()), OffsetDateTime[]::new),
                column(credentials, Credential::pin, String[]::new)));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> cell, IntFunction<C[]> array) {
        return rows.stream().map(cell).toArray(array);
    }

    /** Forgets a person. The trail keeps that somebody passed, under an id that no longer names anybody. */
    @Override
    public void memberErased(String member) {
        Tuple values = Tuple.of(site, member);
        ERASE.forEach(sql -> rows.statement(new Statement(sql, values)));
    }
}
