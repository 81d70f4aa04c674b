package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Step;
import io.foyer.simulators.space.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One member on their feet: where they are, what time it is for them, and the borders that they have crossed. */
final class Walk {
    private final Space space;
    private final Rights.Reach reach;
    private final Member member;
    private final Chance chance;
    private final List<Move> moves = new ArrayList<>();
    private String here = Zone.OUTSIDE;
    private int now;

    /** Not yet in the house; {@code entrance} is the way in and out. */
    Walk(Space space, Rights rights, Member member, Chance chance, Door entrance) {
        this.space = space;
        this.reach = rights.reach(member, entrance);
        this.member = member;
        this.chance = chance;
    }

    boolean canReach(String zone) {
        return zone.equals(here) || !reach.way(here, zone).isEmpty();
    }

    /** Stays where they are; time never goes back. */
    void waitUntil(int second) {
        now = Math.max(now, second);
    }

    /** Walks there, if there is a way. */
    void go(String zone) {
        for (Step step : reach.way(here, zone)) {
            now += seconds(step);
            moves.add(new Move(member, now, step));
            here = step.to();
        }
    }

    private int seconds(Step step) {
        boolean stairs = !Objects.equals(space.floorOf(step.from()), space.floorOf(step.to()))
                && !step.from().equals(Zone.OUTSIDE)
                && !step.to().equals(Zone.OUTSIDE);
        return (step.door() == null ? chance.between(4, 12) : chance.between(12, 22)) + (stairs ? 25 : 0);
    }

    String here() {
        return here;
    }

    int now() {
        return now;
    }

    List<Move> moves() {
        return moves;
    }
}
