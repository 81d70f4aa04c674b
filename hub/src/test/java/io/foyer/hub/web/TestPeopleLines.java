package io.foyer.hub.web;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Archive.PeopleLine;
import java.util.List;
import java.util.stream.IntStream;

/** The lines of a member in a list of people. */
final class TestPeopleLines {
    private TestPeopleLines() {}

    static List<PeopleLine> of(Member member, List<Membership> memberships, List<Credential> credentials) {
        List<Membership> held = memberships.stream()
                .filter(one -> one.member().equals(member.id()))
                .toList();
        List<Credential> shown = credentials.stream()
                .filter(one -> one.member().equals(member.id()) && one.key().type() != CredentialType.PIN)
                .toList();
        return IntStream.range(0, Math.max(1, Math.max(held.size(), shown.size())))
                .mapToObj(i -> new PeopleLine(
                        member, i < held.size() ? held.get(i) : null, i < shown.size() ? shown.get(i) : null))
                .toList();
    }
}
