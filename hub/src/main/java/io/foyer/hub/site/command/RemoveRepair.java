package io.foyer.hub.site.command;

import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a repair back: its stretch of the ledger has again what the readings say. */
public record RemoveRepair(String meter, String id) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return repair(context).isPresent() ? null : new Reply.MissingThing("repair " + id + " of meter " + meter);
    }

    private Optional<Repair> repair(CommandContext context) {
        return context.repairs(meter).repair(id);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry(
                "remove-repair", meter, PutRepair.words(context, repair(context).orElseThrow()));
    }

    @Override
    public Transition<Repairs> transition(CommandContext context, String actor) {
        Repair repair = repair(context).orElseThrow();
        return context.repaired(meter, context.repairs(meter).without(repair), new EnergyChange.RepairRemoval(repair));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
