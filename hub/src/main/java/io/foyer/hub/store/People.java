package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Writes members, memberships, credentials, and through {@link Reservations} and {@link DoorStates} the rest. They
 * change seldom and depend on each other's order, so each change is a statement of its own, for one or for many.
 */
final class People {
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

    /** In one statement of a file of people. */
    private static final int MOST_ROWS = 500;

    private People() {}

    /** What a change of theirs comes to; nothing where it is not one of theirs. */
    static List<Statement> write(int site, Change change) {
        if (change instanceof Change.MemberIs is) {
            return List.of(new Statement(PUT_MEMBERS, members(site, List.of(is.member()))));
        }
        if (change instanceof Change.MemberErased erased) {
            return erase(site, erased.member());
        }
        if (change instanceof Change.MembershipIs is) {
            return List.of(new Statement(PUT_MEMBERSHIPS, memberships(site, List.of(is.membership()))));
        }
        if (change instanceof Change.CredentialIs is) {
            return List.of(new Statement(PUT_CREDENTIALS, credentials(site, List.of(is.credential()))));
        }
        if (change instanceof Change.CredentialGone gone) {
            return List.of(remove(site, gone.key()));
        }
        if (change instanceof Change.PeopleAre are) {
            List<Statement> statements = new ArrayList<>();
            slice(PUT_MEMBERS, are.members(), members -> members(site, members), statements);
            slice(PUT_MEMBERSHIPS, are.memberships(), memberships -> memberships(site, memberships), statements);
            slice(PUT_CREDENTIALS, are.credentials(), credentials -> credentials(site, credentials), statements);
            return statements;
        }
        List<Statement> reserved = Reservations.write(site, change);
        return reserved.isEmpty() ? DoorStates.write(site, change) : reserved;
    }

    /** One that is short is one statement, sent with all the others; one that is long is many, each for itself. */
    private static <T> void slice(String sql, List<T> rows, Function<List<T>, Tuple> values, List<Statement> into) {
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<T> slice = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            into.add(new Statement(sql, () -> values.apply(slice), rows.size() > MOST_ROWS));
        }
    }

    private static Tuple members(int site, List<Member> members) {
        return Tuple.of(
                site,
                column(members, Member::id, String[]::new),
                column(members, Member::name, String[]::new),
                column(members, Member::company, String[]::new),
                column(members, member -> String.join(",", member.exempt()), String[]::new));
    }

    private static Tuple memberships(int site, List<Membership> memberships) {
        return Tuple.tuple(Arrays.asList(
                site,
                column(memberships, Membership::id, String[]::new),
                column(memberships, Membership::member, String[]::new),
                column(memberships, Membership::plan, String[]::new),
                column(memberships, Membership::from, LocalDate[]::new),
                column(memberships, Membership::until, LocalDate[]::new),
                column(memberships, membership -> Codes.of(membership.status()), String[]::new),
                column(memberships, Membership::zone, String[]::new),
                column(memberships, Membership::company, String[]::new),
                column(memberships, Membership::startsOnFirstUse, Boolean[]::new)));
    }

    private static Tuple credentials(int site, List<Credential> credentials) {
        return Tuple.tuple(Arrays.asList(
                site,
                column(credentials, credential -> Codes.of(credential.key().type()), String[]::new),
                column(credentials, credential -> credential.key().value(), String[]::new),
                column(credentials, Credential::member, String[]::new),
                column(credentials, Credential::blocked, Boolean[]::new),
                column(credentials, credential -> Times.toRowOrNull(credential.until()), OffsetDateTime[]::new),
                column(credentials, Credential::pin, String[]::new)));
    }

    private static <T, C> C[] column(List<T> rows, Function<T, C> cell, IntFunction<C[]> array) {
        return rows.stream().map(cell).toArray(array);
    }

    private static Statement remove(int site, Credential.Key key) {
        return new Statement(REMOVE_CREDENTIAL, Tuple.of(site, Codes.of(key.type()), key.value()));
    }

    /** Who it was is forgotten; the trail keeps that somebody passed, under an id that names nobody any more. */
    private static List<Statement> erase(int site, String member) {
        Tuple values = Tuple.of(site, member);
        return List.of(
                new Statement(
                        "DELETE FROM attempts WHERE site = $1 AND subject IN"
                                + " (SELECT type || '/' || value FROM credential WHERE site = $1 AND member = $2)",
                        values),
                new Statement("DELETE FROM credential WHERE site = $1 AND member = $2", values),
                new Statement(
                        "DELETE FROM day_used WHERE site = $1 AND membership IN"
                                + " (SELECT id FROM membership WHERE site = $1 AND member = $2)",
                        values),
                new Statement("DELETE FROM whereabouts WHERE site = $1 AND person = $2", values),
                new Statement("DELETE FROM membership WHERE site = $1 AND member = $2", values),
                new Statement("DELETE FROM visit WHERE site = $1 AND host = $2", values),
                new Statement("DELETE FROM booking WHERE site = $1 AND members = ARRAY[$2]::text[]", values),
                new Statement(
                        "UPDATE booking SET members = array_remove(members, $2) WHERE site = $1 AND $2 = ANY (members)",
                        values),
                new Statement("DELETE FROM member WHERE site = $1 AND id = $2", values));
    }
}
