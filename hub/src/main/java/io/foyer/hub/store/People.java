package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.store.Table.Statement;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;

/**
 * Writes members, memberships, credentials, and through {@link Reservations} and {@link DoorStates} the rest. They change seldom and depend on each other's order, so each change is a
 * statement of its own.
 */
final class People {
    private static final String PUT_MEMBER = """
            INSERT INTO member (site, id, name, company, exempt) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (site, id) DO UPDATE SET
              name = excluded.name, company = excluded.company, exempt = excluded.exempt""";
    private static final String PUT_MEMBERSHIP = """
            INSERT INTO membership (site, id, member, plan, first_day, last_day, status, zone, company,
                                    starts_on_first_use)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (site, id) DO UPDATE SET
              member = excluded.member, plan = excluded.plan, first_day = excluded.first_day,
              last_day = excluded.last_day, status = excluded.status, zone = excluded.zone,
              company = excluded.company, starts_on_first_use = excluded.starts_on_first_use""";
    private static final String PUT_CREDENTIAL = """
            INSERT INTO credential (site, type, value, member, blocked, until, pin) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (site, type, value) DO UPDATE SET
              member = excluded.member, blocked = excluded.blocked, until = excluded.until, pin = excluded.pin""";
    private static final String REMOVE_CREDENTIAL =
            "DELETE FROM credential WHERE site = $1 AND type = $2 AND value = $3";

    private People() {}

    /** What a change of theirs comes to; nothing where it is not one of theirs. */
    static List<Statement> write(int site, Change change) {
        if (change instanceof Change.MemberIs is) {
            return List.of(put(site, is.member()));
        }
        if (change instanceof Change.MemberErased erased) {
            return erase(site, erased.member());
        }
        if (change instanceof Change.MembershipIs is) {
            return List.of(put(site, is.membership()));
        }
        if (change instanceof Change.CredentialIs is) {
            return List.of(put(site, is.credential()));
        }
        if (change instanceof Change.CredentialGone gone) {
            return List.of(remove(site, gone.key()));
        }
        List<Statement> reserved = Reservations.write(site, change);
        return reserved.isEmpty() ? DoorStates.write(site, change) : reserved;
    }

    private static Statement put(int site, Member member) {
        return new Statement(
                PUT_MEMBER,
                Tuple.of(
                        site,
                        member.id(),
                        member.name(),
                        member.company(),
                        member.exempt().toArray(String[]::new)));
    }

    private static Statement put(int site, Membership membership) {
        return new Statement(
                PUT_MEMBERSHIP,
                Tuple.tuple(Arrays.asList(
                        site,
                        membership.id(),
                        membership.member(),
                        membership.plan(),
                        membership.from(),
                        membership.until(),
                        Codes.of(membership.status()),
                        membership.zone(),
                        membership.company(),
                        membership.startsOnFirstUse())));
    }

    private static Statement put(int site, Credential credential) {
        return new Statement(
                PUT_CREDENTIAL,
                Tuple.tuple(Arrays.asList(
                        site,
                        Codes.of(credential.key().type()),
                        credential.key().value(),
                        credential.member(),
                        credential.blocked(),
                        Times.toRowOrNull(credential.until()),
                        credential.pin())));
    }

    private static Statement remove(int site, Credential.Key key) {
        return new Statement(REMOVE_CREDENTIAL, Tuple.of(site, Codes.of(key.type()), key.value()));
    }

    /** Who it was is forgotten; the trail keeps that somebody passed, under an id that names nobody any more. */
    private static List<Statement> erase(int site, String member) {
        Tuple values = Tuple.of(site, member);
        return List.of(
                new Statement("DELETE FROM credential WHERE site = $1 AND member = $2", values),
                new Statement("DELETE FROM membership WHERE site = $1 AND member = $2", values),
                new Statement("DELETE FROM visit WHERE site = $1 AND host = $2", values),
                new Statement("DELETE FROM booking WHERE site = $1 AND members = ARRAY[$2]::text[]", values),
                new Statement(
                        "UPDATE booking SET members = array_remove(members, $2) WHERE site = $1 AND $2 = ANY (members)",
                        values),
                new Statement("DELETE FROM member WHERE site = $1 AND id = $2", values));
    }
}
