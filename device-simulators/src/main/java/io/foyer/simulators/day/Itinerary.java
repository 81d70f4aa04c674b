package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One member's day in the house: arrive, work, wander, meet, lunch, leave. */
final class Itinerary {
    private static final int SHORTEST_WORK = 6 * Hours.MINUTE;
    private static final int USUAL_WORK = 42 * Hours.MINUTE;
    private static final int TO_MEETING = 100;
    private static final int ON_THE_WAY = 4 * Hours.MINUTE;
    private static final List<String> DESKS =
            List.of("hot-desks", "fixed-desks", "quiet", "reading", "lounge", "cafe", "room");

    private final Space space;
    private final Room room;
    private final Attendance attendance;
    private final List<Meeting> meetings;
    private final Chance chance;
    private final Walk walk;
    private final String home;
    private boolean lunched;

    Itinerary(Space space, Room room, Attendance attendance, List<Meeting> meetings, Chance chance, Walk walk) {
        this.space = space;
        this.room = room;
        this.attendance = attendance;
        this.meetings = meetings;
        this.chance = chance;
        this.walk = walk;
        this.home = home();
        this.lunched = attendance.from() > 11 * Hours.HOUR + 30 * Hours.MINUTE
                || attendance.until() < 13 * Hours.HOUR + 30 * Hours.MINUTE;
    }

    List<Move> moves() {
        walk.waitUntil(attendance.from());
        visit("lockers", 0.3, 2);
        visit("pantry", 0.35, 4);
        walk.go(home);
        int lunch = chance.near(12 * Hours.HOUR + 10 * Hours.MINUTE, 18 * Hours.MINUTE);
        int next = 0;
        while (walk.now() < attendance.until()) {
            Meeting meeting = next < meetings.size() ? meetings.get(next) : null;
            int appointment = Math.min(
                    meeting == null ? attendance.until() : meeting.from() - TO_MEETING,
                    lunched ? attendance.until() : lunch);
            int work = walk.now() + Math.max(SHORTEST_WORK, chance.pause(USUAL_WORK));
            if (work < Math.min(appointment, attendance.until())) {
                walk.waitUntil(work);
                errand(appointment);
            } else if (appointment >= attendance.until() && (meeting == null || meeting.from() >= attendance.until())) {
                break;
            } else if (meeting != null && meeting.from() - TO_MEETING <= (lunched ? Integer.MAX_VALUE : lunch)) {
                next++;
                walk.waitUntil(appointment);
                walk.go(meeting.zone());
                walk.waitUntil(meeting.until() + chance.between(0, 120));
                walk.go(home);
            } else {
                lunched = true;
                walk.waitUntil(lunch);
                lunch(meeting == null ? attendance.until() : meeting.from() - TO_MEETING);
                walk.go(home);
            }
        }
        walk.waitUntil(attendance.until());
        walk.go(Zone.OUTSIDE);
        return walk.moves();
    }

    /** Their own zone, or a place that is free all day; in a full house, the floor that they may stand on. */
    private String home() {
        String own = attendance.member().zone();
        if (own != null && walk.canReach(own)) {
            return own;
        }
        int first = chance.happens(0.85) ? 0 : chance.between(1, DESKS.size() - 1);
        for (int i = 0; i < DESKS.size(); i++) {
            for (Zone zone : space.ofKind(DESKS.get((first + i) % DESKS.size()))) {
                boolean anyDesk = !zone.kind().equals("fixed-desks")
                        || attendance.member().duty().isStaff();
                if (anyDesk
                        && walk.canReach(zone.id())
                        && room.take(zone.id(), attendance.from(), attendance.until())) {
                    return zone.id();
                }
            }
        }
        return Stream.of("reception", "lounge", "house", "room")
                .flatMap(kind -> space.ofKind(kind).stream())
                .map(Zone::id)
                .filter(walk::canReach)
                .findFirst()
                .orElse(Zone.OUTSIDE);
    }

    private void errand(int appointment) {
        Errand errand = Errand.any(chance);
        int seconds = errand.seconds(chance);
        if (walk.now() + seconds + ON_THE_WAY < appointment) {
            stay(errand.kind(), seconds);
            walk.go(home);
        }
    }

    private void visit(String kind, double probability, int minutes) {
        if (chance.happens(probability)) {
            stay(kind, minutes * Hours.MINUTE + chance.between(-40, 40));
        }
    }

    /** In the nearest zone of the kind with a free place: on this floor, or on another. */
    private void stay(String kind, int seconds) {
        Zone floor = space.floorOf(walk.here().equals(Zone.OUTSIDE) ? home : walk.here());
        List<Zone> zones = kind.equals("floor") && floor != null ? List.of(floor) : space.ofKind(kind);
        for (boolean near : new boolean[] {true, false}) {
            for (Zone zone : zones) {
                boolean here = Objects.equals(space.floorOf(zone.id()), floor);
                if (here == near
                        && !zone.id().equals(walk.here())
                        && walk.canReach(zone.id())
                        && room.take(zone.id(), walk.now(), walk.now() + seconds + ON_THE_WAY)) {
                    walk.go(zone.id());
                    walk.waitUntil(walk.now() + seconds);
                    return;
                }
            }
        }
    }

    private void lunch(int appointment) {
        int seconds = chance.between(30, 60) * Hours.MINUTE;
        int most = appointment - walk.now() - 2 * ON_THE_WAY;
        if (most < 15 * Hours.MINUTE) {
            return;
        }
        seconds = Math.min(seconds, most);
        double share = chance.share();
        if (share < 0.55) {
            walk.go(Zone.OUTSIDE);
            walk.waitUntil(walk.now() + seconds);
        } else {
            stay(share < 0.75 ? "cafe" : share < 0.9 ? "pantry" : "lounge", Math.min(seconds, 35 * Hours.MINUTE));
        }
    }
}
