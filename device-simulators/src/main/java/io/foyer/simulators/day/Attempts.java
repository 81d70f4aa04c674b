package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Space;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few people a day who try a door that is not theirs, or a card that nobody knows. */
final class Attempts {
    private static final int FIRST = 9 * Hours.HOUR;
    private static final int LAST = 19 * Hours.HOUR;
    private static final int ON_A_WORKDAY = 9;

    private Attempts() {}

    static List<Attempt> of(
            Space space, List<Member> members, Rights rights, List<Attendance> present, long seed, LocalDate date) {
        Chance chance = Chance.of(seed, "attempts", date.toEpochDay());
        List<Attempt> attempts = new ArrayList<>();
        List<Member> summer = members.stream()
                .filter(member -> member.plan().equals("summer"))
                .toList();
        List<Attendance> guests = present.stream()
                .filter(attendance -> attendance.member().duty() == Member.Duty.GUEST)
                .toList();
        int count = (int) Math.round(ON_A_WORKDAY * DayKind.of(date).attendance());
        for (int i = 0; i < count; i++) {
            Door entrance = rights.entrances().get(0);
            if (i % 3 == 0 && !summer.isEmpty()) {
                add(
                        attempts,
                        chance.between(FIRST, LAST),
                        entrance,
                        chance.one(summer).card());
            } else if (i % 3 == 1) {
                add(
                        attempts,
                        chance.between(FIRST, LAST),
                        entrance,
                        String.format("04EE%06X", chance.between(0, 0xFFFFFF)));
            } else if (!guests.isEmpty()) {
                Attendance someone = chance.one(guests);
                Door door = chance.one(space.doors());
                boolean inside = !rights.entrances().contains(door);
                if (inside && !rights.mayEnter(someone.member(), door.to())) {
                    int from = someone.from() + 10 * Hours.MINUTE;
                    add(
                            attempts,
                            chance.between(from, Math.max(from, someone.until() - 600)),
                            door,
                            someone.member().card());
                }
            }
        }
        attempts.sort(Comparator.comparing(Attempt::second));
        return attempts;
    }

    private static void add(List<Attempt> attempts, int second, Door door, String card) {
        String reader = door.in();
        if (reader != null) {
            attempts.add(new Attempt(second, reader, card));
        }
    }
}
