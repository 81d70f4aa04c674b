package io.foyer.hub.site.command;

import io.foyer.hub.domain.occupancy.ZoneCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the count of a zone: a person has counted. The lines at the border of the zone go on from there. */
public record SetCount(String zone, int people, String reason) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        if (!context.site().definition().zones().containsKey(zone)) {
            return new Reply.MissingThing("zone " + zone);
        }
        return switch (context.site().occupancy().quality().border(zone)) {
            case NONE ->
                new Reply.Conflict(
                        "Zone " + zone + " has no line counter at its border: its other sensors, or the zones"
                                + " in it, say how many people there are.");
            case SILENT ->
                new Reply.Conflict("No line counter of zone " + zone + " is heard now, so nothing could go on from this"
                        + " count, and the zone would stay unknown. See to its line counters (GET occupancy/sensors says"
                        + " since when each is missed), then set the count again.");
            case COUNTED -> null;
        };
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("set-count", zone, people + ": " + reason);
    }

    /** Has no changes of its own and no rollback: the effects of the new count keep the balance. */
    @Override
    public Transition<ZoneCount> transition(CommandContext context, String actor) {
        return Transition.restriction(
                RecordKey.count(zone),
                null,
                List.of(),
                () -> context.carryOut(context.site().setCount(zone, people, context.now())),
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
