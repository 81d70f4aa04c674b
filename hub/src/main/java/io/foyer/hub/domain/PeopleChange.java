package io.foyer.hub.domain;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.util.List;

/** A change of the people of a site, their memberships or their credentials. */
public sealed interface PeopleChange extends Change {

    record MemberUpdate(Member member) implements PeopleChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().member(member);
        }
    }

    /** Erases a person. The trail stays. */
    record MemberErasure(String member) implements PeopleChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().memberErased(member);
        }
    }

    record MembershipUpdate(Membership membership) implements PeopleChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().membership(membership);
        }
    }

    record CredentialUpdate(Credential credential) implements PeopleChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().credential(credential);
        }
    }

    record CredentialRemoval(Credential.CredentialKey key) implements PeopleChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().credentialGone(key);
        }
    }

    /** Many people at once. Each key is there once. */
    record PeopleUpdate(List<Member> members, List<Membership> memberships, List<Credential> credentials)
            implements PeopleChange {
        public PeopleUpdate {
            members = List.copyOf(members);
            memberships = List.copyOf(memberships);
            credentials = List.copyOf(credentials);
        }

        public int size() {
            return members.size() + memberships.size() + credentials.size();
        }

        /** Names no people: the text of a whole file would take megabytes. */
        @Override
        public String toString() {
            return "PeopleUpdate[" + size() + " things]";
        }

        @Override
        public void accept(ChangeVisitor changes) {
            changes.people().people(members, memberships, credentials);
        }
    }
}
