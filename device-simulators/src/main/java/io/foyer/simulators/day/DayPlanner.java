package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.Member.Duty;
import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Space;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens in a space on a date: a pure function of space, seed and date. Safe for several threads. */
public final class DayPlanner {
    private static final int MORNING = 7 * Hours.HOUR + 45 * Hours.MINUTE;
    private static final int EVENING = 20 * Hours.HOUR;

    private final Space space;
    private final long seed;
    private final List<Member> members;
    private final Rights rights;

    public DayPlanner(Space space, long seed) {
        this.space = space;
        this.seed = seed;
        this.members = Members.of(space);
        this.rights = new Rights(space);
    }

    public List<Member> members() {
        return members;
    }

    public DayPlan plan(LocalDate date) {
        if (rights.entrances().isEmpty()) {
            return new DayPlan(date, List.of(), List.of(), List.of());
        }
        List<Attendance> present = Attendance.of(space, members, seed, date);
        List<Meeting> meetings = Meetings.of(space, rights, present, seed, date);
        Map<Member, List<Meeting>> ofMember = new HashMap<>();
        meetings.forEach(meeting -> meeting.members()
                .forEach(member -> ofMember.computeIfAbsent(member, key -> new ArrayList<>())
                        .add(meeting)));
        Room room = new Room(space);
        List<Move> moves = new ArrayList<>();
        for (Attendance attendance : present) {
            moves.addAll(moves(date, attendance, ofMember.getOrDefault(attendance.member(), List.of()), room));
        }
        moves.sort(Comparator.comparing(Move::second)
                .thenComparing(move -> move.member().number()));
        return new DayPlan(date, moves, Attempts.of(space, members, rights, present, seed, date), meetings);
    }

    private List<Move> moves(LocalDate date, Attendance attendance, List<Meeting> meetings, Room room) {
        Member member = attendance.member();
        Chance chance = Chance.of(seed, "day", date.toEpochDay(), member.number());
        Walk walk = new Walk(space, rights, member, chance, entrance(attendance, chance));
        if (member.duty().isStaff() && member.duty() != Duty.MANAGER) {
            return new Duties(space, attendance, chance, walk).moves();
        }
        Meeting last = meetings.isEmpty() ? null : meetings.get(meetings.size() - 1);
        int until = last == null ? attendance.until() : Math.max(attendance.until(), last.until() + 180);
        return new Itinerary(space, room, new Attendance(member, attendance.from(), until), meetings, chance, walk)
                .moves();
    }

    /** The first entrance by day; one of the others now and then, and at night. */
    private Door entrance(Attendance attendance, Chance chance) {
        List<Door> entrances = rights.entrances();
        boolean night = attendance.from() < MORNING || attendance.until() > EVENING;
        return night || chance.happens(0.12) ? entrances.get(entrances.size() - 1) : entrances.get(0);
    }
}
