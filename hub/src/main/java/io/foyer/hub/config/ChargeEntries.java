package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.tariff.DemandCharge;
import io.foyer.hub.domain.tariff.DemandCharge.CapacityCharge;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.MonthPrices;
import io.foyer.hub.domain.tariff.TierLadder;
import io.foyer.hub.domain.tariff.TierLadder.Tier;
import io.foyer.hub.domain.tariff.TierLadder.TierPeriod;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a tariff in a file costs beside its bands: ladder, flat prices, fixed charges, power. */
record ChargeEntries(FaultList faults) {

    MonthPrices flat(String path, @Nullable Map<YearMonth, BigDecimal> prices) {
        MonthPrices flat = prices == null ? MonthPrices.NONE : new MonthPrices(new TreeMap<>(prices));
        flat.known().forEach((month, price) -> faults.positive(path + "/" + month, price));
        YearMonth missing = flat.missing();
        if (missing != null) {
            faults.add(
                    path,
                    "the flat price of " + missing + " is missing between known ones",
                    "Add it. Only a month after the last known one takes that one's price.");
        }
        return flat;
    }

    FixedCharge fixed(String path, TariffFile.@Nullable FixedEntry entry) {
        return entry == null
                ? FixedCharge.NONE
                : new FixedCharge(
                        or(faults.positive(path + "/perUnit", entry.perUnit()), BigDecimal.ZERO),
                        or(faults.positive(path + "/perMonth", entry.perMonth()), BigDecimal.ZERO),
                        or(faults.positive(path + "/perDay", entry.perDay()), BigDecimal.ZERO));
    }

    @Nullable DemandCharge demand(String path, TariffFile.TariffEntry entry) {
        long charges = Stream.of(entry.demandPricePerKw(), entry.demand(), entry.capacity())
                .filter(charge -> charge != null)
                .count();
        if (charges > 1) {
            faults.add(
                    path,
                    "the tariff charges for power in more than one way",
                    "Keep one of `demandPricePerKw`, `demand` and `capacity`.");
        }
        if (charges > 0 && entry.medium() != Meter.Medium.ELECTRICITY) {
            faults.add(path, "a charge for power is for electricity alone", "Remove it.");
        }
        TariffFile.DemandTerms demand = entry.demand();
        TariffFile.CapacityEntry capacity = entry.capacity();
        if (demand != null) {
            return demand(path + "/demand", demand);
        }
        if (capacity != null) {
            return new CapacityCharge(
                    needed(path + "/capacity/pricePerKva", capacity.pricePerKva()),
                    needed(path + "/capacity/kva", capacity.kva()));
        }
        BigDecimal plain = faults.positive(path + "/demandPricePerKw", entry.demandPricePerKw());
        return plain == null ? null : MaximumCharge.of(plain);
    }

    private MaximumCharge demand(String path, TariffFile.DemandTerms entry) {
        BigDecimal contracted = faults.positive(path + "/contractedKw", entry.contractedKw());
        if (contracted == null && (entry.overFrom() != null || entry.overRatio() != null || entry.floor() != null)) {
            faults.add(
                    path,
                    "`overFrom`, `overRatio` and `floor` are of the contracted demand",
                    "Add `contractedKw`, or remove them.");
        }
        return new MaximumCharge(
                needed(path + "/pricePerKw", entry.pricePerKw()),
                contracted,
                faults.within(path + "/overFrom", entry.overFrom(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE),
                faults.within(path + "/overRatio", entry.overRatio(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE),
                faults.within(path + "/floor", entry.floor(), BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Nullable TierLadder ladder(String path, List<TariffFile.TierEntry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        TierPeriod per = null;
        BigDecimal below = BigDecimal.ZERO;
        List<Tier> tiers = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            TariffFile.TierEntry entry = entries.get(i);
            String at = path + "/" + i;
            BigDecimal upTo = entry.upTo();
            boolean isLast = i == entries.size() - 1;
            if (isLast != (upTo == null) || (upTo != null && upTo.compareTo(below) <= 0)) {
                faults.add(
                        at,
                        "the steps of a ladder do not rise to an open end",
                        "Give each step a higher `upTo` than the one before, and the last one none.");
            }
            per = per == null ? entry.per() : per;
            if (entry.per() != per && (entry.per() != null || !isLast)) {
                faults.add(at + "/per", "the steps of one ladder count by different times", "Write one `per` in all.");
            }
            below = or(upTo, below);
            tiers.add(new Tier(
                    entry.name() == null ? Integer.toString(i + 1) : entry.name(),
                    upTo,
                    needed(at + "/price", entry.price())));
        }
        return new TierLadder(per == null ? TierPeriod.YEAR : per, list(tiers));
    }

    private BigDecimal needed(String path, @Nullable BigDecimal value) {
        if (value == null) {
            faults.add(path, "a number is missing here", "Add the key.");
        }
        return or(faults.positive(path, value), BigDecimal.ZERO);
    }

    private static BigDecimal or(@Nullable BigDecimal value, BigDecimal otherwise) {
        return value == null ? otherwise : value;
    }
}
