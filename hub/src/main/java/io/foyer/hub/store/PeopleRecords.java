package io.foyer.hub.store;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.Archive.PeopleLine;
import io.vertx.sqlclient.Row;
import java.util.Set;

/** Reads people from rows. The prefix of the columns tells apart what one row has of several tables. */
final class PeopleRecords {
    private PeopleRecords() {}

    static PeopleLine line(Row row) {
        return new PeopleLine(
                member(row),
                row.getString("held_id") == null ? null : membership(row, "held_"),
                row.getString("shown_value") == null ? null : credential(row, "shown_"));
    }

    static Member member(Row row) {
        return new Member(
                row.getString("id"),
                row.getString("name"),
                row.getString("company"),
                Set.of(row.getArrayOfStrings("exempt")));
    }

    static Membership membership(Row row, String prefix) {
        return new Membership(
                row.getString(prefix + "id"),
                row.getString(prefix + "member"),
                row.getString(prefix + "plan"),
                row.getLocalDate(prefix + "first_day"),
                row.getLocalDate(prefix + "last_day"),
                Code.read(Membership.MembershipStatus.class, row.getString(prefix + "status")),
                row.getString(prefix + "zone"),
                row.getString(prefix + "company"),
                row.getBoolean(prefix + "starts_on_first_use"));
    }

    static Credential credential(Row row, String prefix) {
        return new Credential(
                new Credential.CredentialKey(
                        Code.read(CredentialType.class, row.getString(prefix + "type")),
                        row.getString(prefix + "value")),
                row.getString(prefix + "member"),
                row.getBoolean(prefix + "blocked"),
                RowTimes.orNull(row, prefix + "until"),
                row.getString(prefix + "pin"));
    }
}
