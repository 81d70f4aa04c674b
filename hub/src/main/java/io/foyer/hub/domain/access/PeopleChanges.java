package io.foyer.hub.domain.access;

import java.util.List;

/** Takes the changes in who may come in, with one method for each kind of change. */
public interface PeopleChanges {
    void member(Member member);

    /** Erases a person. The trail stays. */
    void memberErased(String member);

    void membership(Membership membership);

    void credential(Credential credential);

    void credentialGone(Credential.CredentialKey key);

    /** Many people at once. Each key is there once. */
    void people(List<Member> members, List<Membership> memberships, List<Credential> credentials);
}
