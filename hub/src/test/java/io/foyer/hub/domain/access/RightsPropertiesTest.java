package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No door of the decision table's house opens inward without a right that holds at that instant. */
class RightsPropertiesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    record Held(String plan, int from, Integer until, Membership.MembershipStatus status) {
        Membership as(String id) {
            return Corner.membership(
                    id,
                    plan,
                    TODAY.plusDays(from).toString(),
                    until == null ? null : TODAY.plusDays(until).toString(),
                    status.name().toLowerCase(Locale.ROOT));
        }
    }

    @Provide
    Arbitrary<List<Held>> memberships() {
        return Combinators.combine(
                        Arbitraries.of(Corner.HOUSE.plans().keySet()),
                        Arbitraries.integers().between(-400, 3),
                        Arbitraries.integers().between(-40, 40).injectNull(0.5),
                        Arbitraries.of(Membership.MembershipStatus.class))
                .as(Held::new)
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> times() {
        return Combinators.combine(
                        Arbitraries.integers().between(-60, 60),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) ->
                        TODAY.plusDays(day).atStartOfDay().plusMinutes(minute).toString());
    }

    @Provide
    Arbitrary<String> doors() {
        return Arbitraries.of(Corner.HOUSE.doors().keySet());
    }

    @Property(tries = 5_000)
    void no_grant_without_an_active_right_at_that_instant(
            @ForAll("memberships") List<Held> memberships, @ForAll("doors") String door, @ForAll("times") String at) {
        Corner corner = new Corner(door, at);
        for (int i = 0; i < memberships.size(); i++) {
            corner.holds(memberships.get(i).as("m" + i));
        }
        AccessReason reason =
                new RuleBook(corner.keeper).decide(corner.request(Direction.IN)).reason();

        boolean right = memberships.stream().anyMatch(held -> isActive(held, door, LocalDateTime.parse(at)));
        if (!right) {
            assertThat(reason).isNotEqualTo(AccessReason.GRANTED);
        } else {
            assertThat(reason).isGreaterThan(AccessReason.HOLIDAY);
        }
    }

    /** Written from the contract and not from the rules. */
    private static boolean isActive(Held held, String door, LocalDateTime at) {
        Plan plan = Corner.HOUSE.plans().get(held.plan());
        LocalDate day = at.toLocalDate();
        LocalDate from = TODAY.plusDays(held.from());
        LocalDate last = held.until() == null ? LocalDate.MAX.minusYears(1) : TODAY.plusDays(held.until());
        if (plan.validity() != null) {
            LocalDate month = from.plusMonths(plan.validity().toTotalMonths());
            boolean hasSuchDay = month.getDayOfMonth() == from.getDayOfMonth();
            LocalDate byPlan = (hasSuchDay ? month.minusDays(1) : month)
                    .plusDays(plan.validity().getDays());
            last = byPlan.isBefore(last) ? byPlan : last;
        }
        String target = Corner.HOUSE.doors().get(door).to();
        Schedule schedule = plan.schedule();
        return held.status() == Membership.MembershipStatus.ACTIVE
                && !day.isBefore(from)
                && !day.isAfter(last.plusDays(plan.graceDays()))
                && plan.zones().stream().anyMatch(zone -> Corner.HOUSE.isWithin(target, zone))
                && schedule.isOpen(at)
                && Corner.HOUSE.doors().get(door).mode() == Door.DoorUse.SECURE;
    }
}
