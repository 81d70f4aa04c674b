package io.foyer.hub.site.command;

import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrects a stretch of the ledger. */
public record PutRepair(Repair repair) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        if (!context.definition().meters().containsKey(repair.meter())) {
            return new Reply.MissingThing("meter " + repair.meter());
        }
        if (repair.to().isAfter(context.now())) {
            return new FieldCheck(context)
                    .wrong("to", new BilingualText("不能晚于现在", "must not be in the future"))
                    .reply();
        }
        Repairs known = context.repairs(repair.meter());
        Optional<Repair> other = known.at(repair.from(), repair.to());
        if (other.isPresent()) {
            return new Reply.Conflict(
                    "Repair " + other.get().id() + " from " + other.get().from() + " to "
                            + other.get().to() + " has a part of this stretch. Take it back first.");
        }
        return known.all().size() < Repairs.MOST
                ? null
                : new Reply.Conflict("Meter " + repair.meter() + " has " + Repairs.MOST
                        + " repairs already. Take some back, or repair longer stretches.");
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-repair", repair.meter(), words(context, repair) + ": " + repair.reason());
    }

    static String words(CommandContext context, Repair repair) {
        Meter meter = context.definition().meters().get(repair.meter());
        String quantity = meter == null
                ? Long.toString(repair.quantity())
                : meter.medium().decimal(repair.quantity()).toPlainString();
        return repair.id() + ", " + quantity + " from " + repair.from() + " to " + repair.to();
    }

    @Override
    public Transition<Repairs> transition(CommandContext context, String actor) {
        return context.repaired(
                repair.meter(), context.repairs(repair.meter()).with(repair), new EnergyChange.RepairUpdate(repair));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
