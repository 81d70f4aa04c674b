package io.foyer.hub.site.command;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.statement.MeterOwners;
import org.jspecify.annotations.Nullable;

/** Gives a member a membership, or replaces one. */
public record PutMembership(Membership membership) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        FieldCheck check = new FieldCheck(context)
                .member("member", membership.member())
                .plan("plan", membership.plan())
                .zone("zone", membership.zone());
        if (membership.until() != null && membership.until().isBefore(membership.from())) {
            check.wrong("until", new BilingualText("早于开始日期", "is before the first day"));
        }
        if (MeterOwners.COMMON.equals(membership.company())) {
            check.wrong("company", new BilingualText("是公共部分的名称", "is the name of what the house itself pays for"));
        }
        return check.reply();
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-membership", membership.id());
    }

    @Override
    public Transition<Membership> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Membership before = keeper.membership(membership.id());
        return Transition.replacement(
                RecordKey.membership(membership.id()),
                new PeopleChange.MembershipUpdate(membership),
                before,
                commonRights(context, before),
                membership,
                context.entitlements()::put,
                () -> keeper.removeMembership(membership.id()));
    }

    private @Nullable Membership commonRights(CommandContext context, @Nullable Membership before) {
        if (membership.status() != Membership.MembershipStatus.ACTIVE) {
            return membership;
        }
        Plan plan = context.definition().plans().get(membership.plan());
        return before == null ? null : before.and(membership, plan == null || plan.isCounted());
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
