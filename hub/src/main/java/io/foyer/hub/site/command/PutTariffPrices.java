package io.foyer.hub.site.command;

import io.foyer.hub.domain.TariffChange;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.domain.tariff.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes prices of a tariff. Costs are computed with them from then on.
 *
 * @param prices in order of time, one or more
 */
public record PutTariffPrices(String tariff, List<PublishedPrice> prices) implements Command {
    public PutTariffPrices {
        prices = List.copyOf(prices);
    }

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Tariff known = context.definition().tariffs().byId().get(tariff);
        if (known == null) {
            return new Reply.MissingThing("tariff " + tariff);
        }
        return known.versions().stream()
                        .flatMap(version -> version.bands().stream())
                        .anyMatch(band -> band.price().published())
                ? null
                : new Reply.Conflict("No band of tariff " + tariff
                        + " has `price: published` in the site file, so nothing would use these prices.");
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry(
                "put-tariff-prices",
                tariff,
                prices.size() + " quarter-hours from " + prices.get(0).start());
    }

    /** Memory holds no prices: costs come from the store. */
    @Override
    public Transition<Tariff> transition(CommandContext context, String actor) {
        return Transition.permission(
                RecordKey.tariff(tariff),
                null,
                List.of(new TariffChange.PriceUpdate(tariff, prices)),
                () -> {},
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
