package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.util.List;

/**
 * A file of people. All of it is imported, or nothing. Each key is there once. A PIN that the file does not give stays.
 */
public record PeopleFile(List<Member> members, List<Membership> memberships, FileCredentials credentials) {
    public PeopleFile {
        members = List.copyOf(members);
        memberships = List.copyOf(memberships);
    }

    /** How many members, memberships and credentials the file holds. */
    public int size() {
        return members.size() + memberships.size() + credentials.size();
    }
}
