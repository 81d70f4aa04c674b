package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;

/** What a person may change in a site. */
public sealed interface Act {
    /** Something that was done elsewhere and belongs in the trail; it changes nothing here. */
    record Note(String action, String subject) implements Act {}

    record PutMember(Member member) implements Act {}

    record EraseMember(String member) implements Act {}

    record PutMembership(Membership membership) implements Act {}

    record PutCredential(Credential credential) implements Act {}

    record RemoveCredential(Credential.Key key) implements Act {}
}
