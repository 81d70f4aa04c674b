package io.foyer.hub.domain.access;

import java.util.List;

/** Takes what changes in who may come in: one method for each kind of change. */
public interface PeopleChanges {
    void member(Member member);

    /** The person is erased, the trail stays. */
    void memberErased(String member);

    void membership(Membership membership);

    void credential(Credential credential);

    void credentialGone(Credential.CredentialKey key);

    /** Many people at once, each key once. */
    void people(List<Member> members, List<Membership> memberships, List<Credential> credentials);
}
