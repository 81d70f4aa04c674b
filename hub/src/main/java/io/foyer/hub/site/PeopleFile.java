package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of people on its way to the store, and from there into memory, which takes many turns. What people change
 * meanwhile, one by one, is newer than the file, and stays.
 */
final class PeopleFile {
    private final Act.ImportPeople people;
    private final List<Credential> credentials;
    private final Set<Object> changed = new HashSet<>();
    private final Set<Object> gone = new HashSet<>();

    /** @param credentials the file's as they will be, in the file's order */
    PeopleFile(Act.ImportPeople people, List<Credential> credentials) {
        this.people = people;
        this.credentials = List.copyOf(credentials);
    }

    Change change() {
        return new Change.PeopleAre(people.members(), people.memberships(), credentials);
    }

    /** How the trail calls it. */
    String subject() {
        return people.members().size() + " members, " + people.memberships().size() + " memberships, "
                + credentials.size() + " credentials";
    }

    /** Whether a thing is in it; of members and memberships, whether it might be. */
    boolean mayHold(Object key) {
        return key instanceof Credential.Key credential
                ? people.credentials().place(credential) != null
                : Readying.isOfMember(key) || Readying.isOfMembership(key);
    }

    /** Somebody has begun to change this since; to null where it is going. */
    void changed(Object key, @Nullable Object value) {
        if (mayHold(key)) {
            changed.add(key);
            if (value == null) {
                gone.add(key);
            }
        }
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** As it has it; null where it does not, or somebody has changed it since. */
    @Nullable Credential credential(Credential.Key key) {
        Integer place = changed.contains(key) ? null : people.credentials().place(key);
        return place == null ? null : credentials.get(place);
    }

    /** What is to be done in memory, in an order in which nothing is there before that of which it is. */
    Iterator<Runnable> steps(Doorkeeper keeper) {
        Stream<Runnable> members = people.members().stream().map(member -> () -> put(keeper, member));
        Stream<Runnable> memberships = people.memberships().stream().map(membership -> () -> put(keeper, membership));
        Stream<Runnable> cards = credentials.stream().map(credential -> () -> put(keeper, credential));
        return Stream.concat(members, Stream.concat(memberships, cards)).iterator();
    }

    private void put(Doorkeeper keeper, Member member) {
        Object key = Readying.keyOfMember(member.id());
        // Somebody who is newly written on their own may not be there yet, and what the file gives them needs them
        // there.
        if (!gone.contains(key) && !(changed.contains(key) && keeper.knows(member.id()))) {
            keeper.put(member);
        }
    }

    private void put(Doorkeeper keeper, Membership membership) {
        if (isStill(Readying.keyOfMembership(membership.id()), membership.member(), keeper)) {
            keeper.put(membership);
        }
    }

    private void put(Doorkeeper keeper, Credential credential) {
        if (isStill(credential.key(), credential.member(), keeper)) {
            keeper.put(credential);
        }
    }

    private boolean isStill(Object key, String member, Doorkeeper keeper) {
        return !changed.contains(key) && !gone.contains(Readying.keyOfMember(member)) && keeper.knows(member);
    }
}
