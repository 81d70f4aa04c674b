package io.foyer.hub.site.command;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import org.jspecify.annotations.Nullable;

/** Registers a member, or replaces one. */
public record PutMember(Member member) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-member", member.id());
    }

    @Override
    public Transition<Member> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Member before = keeper.member(member.id());
        return Transition.replacement(
                RecordKey.member(member.id()),
                new PeopleChange.MemberUpdate(member),
                before,
                before == null ? null : before.and(member),
                member,
                keeper::put,
                () -> keeper.erase(member.id()));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
