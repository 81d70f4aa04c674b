package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one system of a zone used while nobody was there. What is above the standby level could be saved.
 *
 * @param system null where the site file names none
 * @param total mWh of all the time
 * @param quantity mWh in quarter-hours throughout which the zone was known to be empty
 * @param above the part of {@code quantity} above the standby level: the power below which the quietest tenth of these
 *     quarter-hours stays
 * @param cost of {@code quantity}; null where a price is not known
 * @param saving the cost of {@code above}; null where a price is not known
 */
public record SystemWaste(
        String zone,
        @Nullable String system,
        long total,
        long quantity,
        long above,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal saving) {
    /** A twelfth of 365.25 days. */
    private static final Duration MONTH = Duration.ofMinutes(43_830);

    private static final double KWH = 1e6;

    /** The largest saving first; by money where it is known, and else by quantity. */
    public static final Comparator<SystemWaste> LARGEST_FIRST = Comparator.comparing(
                    (SystemWaste waste) -> waste.saving() == null ? BigDecimal.ZERO : waste.saving())
            .thenComparing(SystemWaste::above)
            .thenComparing(SystemWaste::quantity)
            .reversed();

    /** kWh a month that could be saved, where [from, to) goes on like this. */
    public double quantityPerMonth(Instant from, Instant to) {
        return above / KWH * months(from, to);
    }

    public @Nullable BigDecimal savingPerMonth(Instant from, Instant to) {
        return saving == null
                ? null
                : saving.multiply(BigDecimal.valueOf(months(from, to))).setScale(saving.scale(), RoundingMode.HALF_UP);
    }

    private static double months(Instant from, Instant to) {
        double millis = Duration.between(from, to).toMillis();
        return millis > 0 ? MONTH.toMillis() / millis : 0;
    }

    /** "Event space heated or cooled while empty: 412 kWh, ¥330 a month". */
    public BilingualText text(SiteDefinition site, Instant from, Instant to) {
        Zone place = site.zones().get(zone);
        BilingualText name = place == null ? BilingualText.of(zone) : place.name();
        BilingualText what = WasteWords.of(system);
        String kWh = String.format(Locale.ROOT, "%,.0f kWh", quantityPerMonth(from, to));
        BigDecimal money = savingPerMonth(from, to);
        String amount = money == null ? "" : WasteWords.money(Objects.requireNonNull(money), site.currency());
        return new BilingualText(
                name.zh() + what.zh() + "：每月 " + kWh + (amount.isEmpty() ? "" : "，" + amount),
                name.en() + " " + what.en() + ": " + kWh + (amount.isEmpty() ? "" : ", " + amount) + " a month");
    }
}
