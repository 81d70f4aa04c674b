package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.Member.Duty;
import io.foyer.simulators.space.Plan;
import io.foyer.simulators.space.Space;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who comes today; seconds of the day, within the hours of the member's plan. */
record Attendance(Member member, int from, int until) {
    private static final int MARGIN = 5 * Hours.MINUTE;
    private static final int LAST = 23 * Hours.HOUR + 50 * Hours.MINUTE;

    static List<Attendance> of(Space space, List<Member> members, long seed, LocalDate date) {
        DayKind kind = DayKind.of(date);
        List<Attendance> present = new ArrayList<>();
        for (Member member : members) {
            Chance chance = Chance.of(seed, "comes", date.toEpochDay(), member.number());
            double share = member.duty().isStaff() ? staff(member.duty(), kind) : member.comes() * kind.attendance();
            int from = member.arrives() + (member.duty().isStaff() ? chance.between(0, 240) : chance.near(0, 1200));
            int until = member.leaves() + (member.duty().isStaff() ? chance.between(0, 240) : chance.near(0, 2400));
            if (member.plan().equals("virtual")) {
                from = 10 * Hours.HOUR + chance.between(0, 7 * Hours.HOUR);
                until = from + chance.between(4, 15) * Hours.MINUTE;
            }
            if (chance.happens(share)) {
                add(present, space.plans().get(member.plan()), kind, date, new Attendance(member, from, until));
            }
        }
        return present;
    }

    private static double staff(Duty duty, DayKind kind) {
        boolean always = duty == Duty.NIGHT_GUARD || duty == Duty.EVENING_GUARD;
        return always || kind == DayKind.WORKDAY ? 1 : duty == Duty.CLEANER ? 0.7 : duty == Duty.RECEPTION ? 0.4 : 0;
    }

    private static void add(
            List<Attendance> present, @Nullable Plan plan, DayKind kind, LocalDate date, Attendance wish) {
        DayOfWeek day = date.getDayOfWeek();
        if (plan == null || (plan.workdaysOnly() && kind != DayKind.WORKDAY)) {
            return;
        }
        plan.hours().stream()
                .filter(window -> window.days().contains(day))
                .findFirst()
                .map(window -> new Attendance(
                        wish.member,
                        Math.max(wish.from, Math.min(window.from() + MARGIN, DayPlan.SECONDS)),
                        Math.min(wish.until, Math.min(window.until() - MARGIN, LAST))))
                .filter(hours -> hours.until - hours.from >= 3 * Hours.MINUTE)
                .ifPresent(present::add);
    }
}
