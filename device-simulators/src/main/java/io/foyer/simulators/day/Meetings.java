package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rooms are booked today and by whom; nobody has two meetings at a time. */
final class Meetings {
    private static final int FIRST = 9 * Hours.HOUR + 30 * Hours.MINUTE;
    private static final int LAST = 18 * Hours.HOUR + 30 * Hours.MINUTE;
    private static final int QUARTER = 15 * Hours.MINUTE;
    private static final int EVENT_FROM = 18 * Hours.HOUR + 30 * Hours.MINUTE;
    private static final int EVENT_UNTIL = 20 * Hours.HOUR + 30 * Hours.MINUTE;

    private final Rights rights;
    private final LocalDate date;
    private final List<Attendance> present;
    private final Chance chance;
    private final Map<Member, List<Meeting>> ofMember = new HashMap<>();
    private final List<Meeting> all = new ArrayList<>();

    private Meetings(Rights rights, List<Attendance> present, long seed, LocalDate date) {
        this.rights = rights;
        this.date = date;
        this.present = present;
        this.chance = Chance.of(seed, "meetings", date.toEpochDay());
    }

    static List<Meeting> of(Space space, Rights rights, List<Attendance> present, long seed, LocalDate date) {
        Meetings meetings = new Meetings(rights, present, seed, date);
        if (DayKind.of(date) == DayKind.WORKDAY) {
            space.ofKind("meeting").forEach(meetings::fill);
            if (date.getDayOfWeek() == DayOfWeek.TUESDAY || date.getDayOfWeek() == DayOfWeek.THURSDAY) {
                space.ofKind("event").forEach(stage -> meetings.hold(stage, EVENT_FROM, EVENT_UNTIL, 0.75));
            }
        }
        meetings.all.sort(Comparator.comparing(Meeting::from).thenComparing(Meeting::zone));
        return meetings.all;
    }

    private void fill(Zone room) {
        int start = FIRST + QUARTER * chance.between(0, 4);
        while (start < LAST) {
            int end = start + QUARTER * chance.one(List.of(2, 2, 3, 4, 4, 6));
            hold(room, start, end, 0.35 + 0.65 * chance.share());
            start = end + QUARTER * chance.between(0, 5);
        }
    }

    private void hold(Zone room, int from, int until, double share) {
        List<Member> free = new ArrayList<>();
        for (Attendance attendance : present) {
            if (attendance.member().duty() == Member.Duty.GUEST
                    && attendance.from() < from - QUARTER
                    && attendance.until() > from + QUARTER
                    && rights.mayEnter(attendance.member(), room.id())
                    && isFree(attendance.member(), from, until)) {
                free.add(attendance.member());
            }
        }
        int wanted = (int) Math.max(2, Math.round(room.capacity() * share));
        List<Member> members = new ArrayList<>();
        while (members.size() < wanted && !free.isEmpty()) {
            members.add(free.remove(chance.between(0, free.size() - 1)));
        }
        if (members.size() >= 2) {
            String id = "b-" + date.toString().replace("-", "") + "-" + room.id() + "-" + from / QUARTER;
            Meeting meeting = new Meeting(id, room.id(), from, until, members);
            all.add(meeting);
            members.forEach(member ->
                    ofMember.computeIfAbsent(member, key -> new ArrayList<>()).add(meeting));
        }
    }

    private boolean isFree(Member member, int from, int until) {
        return ofMember.getOrDefault(member, List.of()).stream()
                .allMatch(other -> other.until() + QUARTER <= from || until + QUARTER <= other.from());
    }
}
