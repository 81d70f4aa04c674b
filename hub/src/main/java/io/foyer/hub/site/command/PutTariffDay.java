package io.foyer.hub.site.command;

import io.foyer.hub.domain.TariffChange;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffVersion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a day: these bands are asked before those of the tariff. No bands take the call back. Costs are computed with
 * them from then on.
 */
public record PutTariffDay(String tariff, LocalDate day, List<Band> bands) implements Command {
    public PutTariffDay {
        bands = List.copyOf(bands);
    }

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Tariff known = context.definition().tariffs().byId().get(tariff);
        if (known == null) {
            return new Reply.MissingThing("tariff " + tariff);
        }
        TariffVersion version = known.on(day);
        if (version == null || version.ladder() != null) {
            return new Reply.Conflict("Tariff " + tariff + " has no bands on " + day + " that a call could precede.");
        }
        boolean floats = bands.stream().anyMatch(band -> band.price().ratio() != null);
        return floats && version.flat().known().isEmpty()
                ? new Reply.Conflict("Tariff " + tariff + " has no flat price on " + day + " that a ratio could be of.")
                : null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry(
                "put-tariff-day",
                tariff,
                day + ": " + String.join(", ", bands.stream().map(Band::name).toList()));
    }

    /** Memory holds no called days: costs come from the store. */
    @Override
    public Transition<Tariff> transition(CommandContext context, String actor) {
        return Transition.permission(
                RecordKey.tariff(tariff),
                null,
                List.of(new TariffChange.DayUpdate(tariff, day, bands)),
                () -> {},
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
