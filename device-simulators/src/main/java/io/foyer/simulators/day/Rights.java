package io.foyer.simulators.day;

import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Plan;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Step;
import io.foyer.simulators.space.Ways;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where a member's plan lets them go; one may always leave. Safe for several threads. */
final class Rights {
    private final Space space;
    private final Ways ways;
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

    Rights(Space space) {
        this.space = space;
        this.ways = new Ways(space);
    }

    List<Door> entrances() {
        return ways.entrances();
    }

    /** The same for all who hold the same right. */
    Reach reach(Member member, Door entrance) {
        String right = member.plan() + " " + member.zone() + " " + (member.pin() != null) + " " + entrance.id();
        return reaches.computeIfAbsent(right, key -> new Reach(member, entrance));
    }

    boolean mayEnter(Member member, String zone) {
        Plan plan = space.plans().get(member.plan());
        boolean byPlan = plan != null && plan.zones().stream().anyMatch(right -> space.isWithin(zone, right));
        return byPlan || (member.zone() != null && space.isWithin(zone, member.zone()));
    }

    /** Every way that one of them may walk, worked out when it is first walked. */
    final class Reach {
        private final Member member;
        private final Door entrance;
        private final Map<String, Map<String, List<Step>>> found = new ConcurrentHashMap<>();

        private Reach(Member member, Door entrance) {
            this.member = member;
            this.entrance = entrance;
        }

        /** Empty where there is no way, or nothing to walk. */
        List<Step> way(String start, String goal) {
            return found.computeIfAbsent(start, from -> new ConcurrentHashMap<>())
                    .computeIfAbsent(goal, to -> ways.find(start, to, this::allows));
        }

        private boolean allows(Step step) {
            Door door = step.door();
            if (door == null) {
                return true;
            }
            boolean other = entrances().contains(door) && !door.equals(entrance);
            return !other && (!step.inward() || mayEnter(member, door.to())) && (!door.pin() || member.pin() != null);
        }
    }
}
