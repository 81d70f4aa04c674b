package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.cost.CostHistory;
import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.tariff.TariffClock.QuarterPrice;
import io.foyer.hub.domain.tariff.TariffVersion;
import io.foyer.hub.domain.tariff.TierLadder.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides a month of a billed meter among its payers, quarter-hour by quarter-hour. The parts add up to the month's cost to
 * the last unit of the quantity and of the currency.
 */
final class AccountDivision {
    private final Meter meter;
    private final @Nullable CostTerms terms;
    private final @Nullable CostHistory history;
    private final Instant to;
    private final long[] quantities;
    private final long[] tiered;
    private final Map<String, BandParts> bands = new LinkedHashMap<>();
    private final List<BigDecimal> perUnit;

    /**
     * Divides [from, to).
     *
     * @param terms null where the meter has no tariff: then only quantities are divided
     * @param payers how many there are; the house is the last
     */
    AccountDivision(Meter meter, @Nullable CostTerms terms, Instant from, Instant to, int payers) {
        this.meter = meter;
        this.terms = terms;
        this.to = to;
        history = terms == null ? null : new CostHistory(terms, EnergyInterval.MONTH, from, to);
        quantities = new long[payers];
        tiered = new long[payers];
        perUnit = new ArrayList<>(Collections.nCopies(payers, BigDecimal.ZERO));
    }

    /**
     * A band of the month with each payer's part.
     *
     * @param price of a unit, where the month has one alone
     * @param amounts null where a price is not known
     */
    record DividedBand(
            String name,
            @Nullable BigDecimal price,
            List<Long> quantities,
            @Nullable List<BigDecimal> amounts) {}

    /**
     * The divided month.
     *
     * @param step what the account costs; null without a tariff or without a reading
     * @param perUnit each payer's charge by quantity, not rounded
     */
    record DividedMonth(
            Meter meter,
            @Nullable CostStep step,
            List<Long> quantities,
            List<DividedBand> bands,
            List<BigDecimal> perUnit) {}

    /** Takes a quarter-hour of before the month, from which a ladder counts. */
    void addEarlier(Instant start, long used) {
        if (history != null) {
            history.add(start, used);
        }
    }

    /** @param parts what each payer used; a part is negative where the meters below show more than the meter */
    void add(Instant start, long[] parts) {
        for (int i = 0; i < parts.length; i++) {
            quantities[i] += parts[i];
        }
        if (terms == null || history == null) {
            return;
        }
        history.add(start, Arrays.stream(parts).sum());
        TariffVersion version = terms.clock().version(start);
        QuarterPrice price = terms.clock().price(start);
        for (int i = 0; version != null && i < parts.length; i++) {
            BigDecimal used = BigDecimal.valueOf(parts[i], terms.decimals());
            perUnit.set(i, perUnit.get(i).add(used.multiply(version.fixed().perUnit())));
        }
        if (price != null) {
            bands.computeIfAbsent(price.band().name(), name -> new BandParts(quantities.length))
                    .add(parts, price.unit(), terms.decimals());
        } else {
            for (int i = 0; i < parts.length; i++) {
                tiered[i] += parts[i];
            }
        }
    }

    DividedMonth done() {
        List<CostStep> steps = history == null ? List.of() : history.steps();
        CostStep step = steps.isEmpty() ? null : steps.get(0);
        List<Long> used = Arrays.stream(quantities).boxed().toList();
        return new DividedMonth(meter, step, used, step == null ? List.of() : divided(step), List.copyOf(perUnit));
    }

    private List<DividedBand> divided(CostStep step) {
        List<DividedBand> divided = new ArrayList<>();
        List<CostStep.BandCost> tiers = step.bands().stream()
                .filter(band -> !bands.containsKey(band.name()))
                .toList();
        long[] left = tiered.clone();
        for (CostStep.BandCost band : step.bands()) {
            BandParts parts = bands.get(band.name());
            if (parts == null) {
                divided.add(tier(band, left, band.equals(tiers.get(tiers.size() - 1))));
            } else {
                BigDecimal cost = band.cost();
                divided.add(new DividedBand(
                        band.name(),
                        parts.price(),
                        parts.quantities(),
                        cost == null ? null : LargestRemainder.round(cost, parts.amounts())));
            }
        }
        return divided;
    }

    /** A step of a ladder in proportion to what each used in the month. The last step takes what is left of each. */
    private DividedBand tier(CostStep.BandCost band, long[] left, boolean isLast) {
        List<Long> parts = isLast
                ? Arrays.stream(left).boxed().toList()
                : LargestRemainder.shares(
                        band.quantity(),
                        Arrays.stream(tiered).mapToObj(BigDecimal::valueOf).toList());
        IntStream.range(0, left.length).forEach(i -> left[i] -= parts.get(i));
        BigDecimal cost = band.cost();
        return new DividedBand(
                band.name(),
                price(band.name()),
                parts,
                cost == null
                        ? null
                        : LargestRemainder.shares(
                                cost, parts.stream().map(BigDecimal::valueOf).toList()));
    }

    private @Nullable BigDecimal price(String tier) {
        TariffVersion version = Objects.requireNonNull(terms).clock().version(to.minusNanos(1));
        return version == null || version.ladder() == null
                ? null
                : version.ladder().tiers().stream()
                        .filter(one -> one.name().equals(tier))
                        .findFirst()
                        .map(Tier::price)
                        .orElse(null);
    }
}
