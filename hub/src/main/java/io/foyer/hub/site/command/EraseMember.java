package io.foyer.hub.site.command;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erases a member with every right of theirs. */
public record EraseMember(String member) implements Command {

    /** A member whose registration is still pending can be erased already. */
    @Override
    public @Nullable Reply objection(CommandContext context) {
        boolean isKnown =
                context.doorkeeper().knows(member) || context.pending().value(RecordKey.member(member), null) != null;
        return isKnown ? null : new Reply.MissingThing("member " + member);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("erase-member", member);
    }

    /** Has no rollback: nothing in an erasure is content that the database could refuse. */
    @Override
    public Transition<Member> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        return Transition.restriction(
                RecordKey.member(member),
                null,
                List.of(new PeopleChange.MemberErasure(member)),
                () -> keeper.erase(member),
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
