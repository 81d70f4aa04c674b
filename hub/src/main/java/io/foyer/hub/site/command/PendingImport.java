package io.foyer.hub.site.command;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.PeopleChange;
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
 * A file of people on its way to the store and then into memory. The way into memory takes many turns of the loop. A
 * command that comes meanwhile is newer than the file, so its change stays.
 */
public final class PendingImport {
    private final PeopleFile file;
    private final List<Credential> credentials;
    private final Set<RecordKey<?>> changed = new HashSet<>();
    private final Set<RecordKey<?>> gone = new HashSet<>();

    /** @param credentials the credentials of the file as they will be, in the order of the file */
    public PendingImport(PeopleFile file, List<Credential> credentials) {
        this.file = file;
        this.credentials = List.copyOf(credentials);
    }

    public Change change() {
        return new PeopleChange.PeopleUpdate(file.members(), file.memberships(), credentials);
    }

    public TrailEntry trailEntry() {
        String subject = file.members().size() + " members, "
                + file.memberships().size() + " memberships, " + credentials.size() + " credentials";
        return new TrailEntry("import-people", subject);
    }

    /** True where the file holds a credential, or may hold a member or a membership. */
    boolean mayHold(RecordKey<?> key) {
        Credential.CredentialKey credential = key.credential();
        return credential == null
                ? key.isOf(Member.class) || key.isOf(Membership.class)
                : file.credentials().place(credential) != null;
    }

    /** A command has begun to change a thing; {@code value} is null where the command removes it. */
    void changed(RecordKey<?> key, @Nullable Object value) {
        if (mayHold(key)) {
            changed.add(key);
            if (value == null) {
                gone.add(key);
            }
        }
    }

    /** True where a command has begun to change a thing that the file may hold. */
    public boolean isChanged() {
        return !changed.isEmpty();
    }

    /** A credential of the file; null where the file has none, or a command has changed it since. */
    @Nullable Credential credential(Credential.CredentialKey key) {
        Integer place = changed.contains(RecordKey.credential(key))
                ? null
                : file.credentials().place(key);
        return place == null ? null : credentials.get(place);
    }

    /** The steps that bring the file into memory: each member comes before what belongs to that member. */
    public Iterator<Runnable> steps(Doorkeeper keeper) {
        Stream<Runnable> members = file.members().stream().map(member -> () -> put(keeper, member));
        Stream<Runnable> memberships = file.memberships().stream().map(membership -> () -> put(keeper, membership));
        Stream<Runnable> cards = credentials.stream().map(credential -> () -> put(keeper, credential));
        return Stream.concat(members, Stream.concat(memberships, cards)).iterator();
    }

    private void put(Doorkeeper keeper, Member member) {
        RecordKey<Member> key = RecordKey.member(member.id());
        // A command may register a member who is not in memory yet. What the file gives to that member needs the member
        // there.
        if (!gone.contains(key) && !(changed.contains(key) && keeper.knows(member.id()))) {
            keeper.put(member);
        }
    }

    private void put(Doorkeeper keeper, Membership membership) {
        if (isCurrent(RecordKey.membership(membership.id()), membership.member(), keeper)) {
            keeper.put(membership);
        }
    }

    private void put(Doorkeeper keeper, Credential credential) {
        if (isCurrent(RecordKey.credential(credential.key()), credential.member(), keeper)) {
            keeper.put(credential);
        }
    }

    private boolean isCurrent(RecordKey<?> key, String member, Doorkeeper keeper) {
        return !changed.contains(key) && !gone.contains(RecordKey.member(member)) && keeper.knows(member);
    }
}
