package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.List;
import java.util.stream.Stream;

/** The day of those who work for the house: at their post, with a tour now and then. */
final class Duties {
    private static final int ON_THE_WAY = 4 * Hours.MINUTE;

    private final Space space;
    private final Attendance attendance;
    private final Chance chance;
    private final Walk walk;

    Duties(Space space, Attendance attendance, Chance chance, Walk walk) {
        this.space = space;
        this.attendance = attendance;
        this.chance = chance;
        this.walk = walk;
    }

    List<Move> moves() {
        walk.waitUntil(attendance.from());
        switch (attendance.member().duty()) {
            case NIGHT_GUARD, EVENING_GUARD -> watch("reception", 70, 1, 2, "floor", "plant", "event");
            case RECEPTION -> watch("reception", 75, 2, 6, "pantry", "print");
            case BARISTA -> watch("cafe", 90, 2, 5, "pantry");
            case ENGINEER -> watch("workshop", 100, 6, 14, "plant", "floor", "print");
            case CLEANER ->
                tour(5, 8, "hot-desks", "fixed-desks", "pantry", "meeting", "reading", "cafe", "lounge", "event");
            case MANAGER, GUEST -> throw new IllegalArgumentException("has a desk");
        }
        walk.waitUntil(attendance.until());
        walk.go(Zone.OUTSIDE);
        return walk.moves();
    }

    /** At the post; about every so many minutes once through the zones of these kinds. */
    private void watch(String post, int every, int least, int most, String... kinds) {
        goToPost(post);
        while (true) {
            int next = walk.now() + every * Hours.MINUTE / 2 + chance.pause(every * Hours.MINUTE / 2);
            if (next + 30 * Hours.MINUTE > attendance.until()) {
                return;
            }
            walk.waitUntil(next);
            tour(least, most, kinds);
            goToPost(post);
        }
    }

    private void goToPost(String post) {
        Stream.of(post, "reception")
                .flatMap(kind -> space.ofKind(kind).stream())
                .map(Zone::id)
                .filter(walk::canReach)
                .findFirst()
                .ifPresent(walk::go);
    }

    private void tour(int least, int most, String... kinds) {
        for (Zone zone : space.zones().values()) {
            if (!List.of(kinds).contains(zone.kind())) {
                continue;
            }
            int seconds = chance.between(least * Hours.MINUTE, most * Hours.MINUTE);
            if (walk.canReach(zone.id()) && walk.now() + seconds + ON_THE_WAY < attendance.until()) {
                walk.go(zone.id());
                walk.waitUntil(walk.now() + seconds);
            }
        }
    }
}
