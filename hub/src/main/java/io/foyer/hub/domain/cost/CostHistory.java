package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.EnergyHistory.EnergyInterval;
import io.foyer.hub.domain.tariff.DemandCharge;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffClock.QuarterPrice;
import io.foyer.hub.domain.tariff.TariffVersion;
import io.foyer.hub.domain.tariff.TierLadder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices the quarter-hours of one meter and gathers them into steps of the site's calendar. The quarter-hours come in
 * order of time, and begin at {@link CostTerms#readsFrom} because a ladder counts from there.
 */
public final class CostHistory {
    private final CostTerms terms;
    private final TariffClock clock;
    private final EnergyInterval step;
    private final Instant from;
    private final Instant to;
    private final LadderUse ladder = new LadderUse();
    private final boolean hasLadder;
    private final List<CostStep> done = new ArrayList<>();

    private @Nullable Instant at;
    private BandSums bands = new BandSums();
    private long quantity;
    private long unpriced;
    private BigDecimal perUnit = BigDecimal.ZERO;
    private boolean provisional;
    private long highest;
    private @Nullable DemandCharge charge;

    /**
     * The terms of one meter.
     *
     * @param decimals of a unit: 6 for a kWh of mWh or a m³ of ml, 9 for a GB of bytes
     * @param isBilled true where the supplier reads this meter: only then it owes fixed charges for time and for power
     */
    public record CostTerms(TariffClock clock, Currency currency, int decimals, boolean isBilled) {

        /** The terms under which all the meters together are billed; null where they do not have one tariff. */
        public static @Nullable CostTerms shared(Map<String, CostTerms> terms, Set<String> meters) {
            List<CostTerms> all = List.copyOf(terms.values());
            long tariffs = all.stream()
                    .map(each -> each.clock().tariff().id())
                    .distinct()
                    .count();
            return tariffs == 1 && terms.keySet().equals(meters) ? all.get(0) : null;
        }

        /** Prices of network traffic are of a GB. */
        public static int decimals(Meter.Medium medium) {
            return medium == Meter.Medium.NETWORK ? 9 : 6;
        }

        /**
         * What one unit more costs in a quarter-hour, with what is owed for it whatever the band; null where that is not
         * known, as on a ladder.
         */
        public @Nullable BigDecimal unit(Instant start) {
            TariffVersion version = clock.version(start);
            QuarterPrice price = clock.price(start);
            BigDecimal unit = price == null ? null : price.unit();
            return version == null || unit == null
                    ? null
                    : unit.add(version.fixed().perUnit());
        }

        /** The first instant whose quarter-hour can change the cost from {@code from} on. */
        public Instant readsFrom(Instant from) {
            ZoneId zone = clock.zone();
            LocalDate day = LocalDate.ofInstant(from, zone);
            return clock.tariff().versions().stream()
                    .flatMap(version -> Stream.ofNullable(version.ladder()))
                    .map(ladder -> ladder.per().firstDay(day).atStartOfDay(zone).toInstant())
                    .min(Instant::compareTo)
                    .orElse(from);
        }

        public BigDecimal rounded(BigDecimal amount) {
            return MoneyRounding.of(amount, currency);
        }
    }

    /** A history of [from, to). */
    public CostHistory(CostTerms terms, EnergyInterval step, Instant from, Instant to) {
        this.terms = terms;
        this.clock = terms.clock();
        this.step = step;
        this.from = from;
        this.to = to;
        hasLadder = clock.tariff().versions().stream().anyMatch(version -> version.ladder() != null);
    }

    /** Takes the use of the quarter-hour that begins at {@code start}, in mWh, ml or bytes. */
    public void add(Instant start, long used) {
        LocalDate day = LocalDate.ofInstant(start, clock.zone());
        if (!start.isBefore(from) && start.isBefore(to)) {
            Instant beginning = step.startOf(start, clock.zone());
            if (!beginning.equals(at)) {
                flush();
                at = beginning;
            }
            price(start, day, used);
        }
        if (hasLadder) {
            ladder.count(day, used);
        }
    }

    /** Steps without a quarter-hour are left out. */
    public List<CostStep> steps() {
        flush();
        return List.copyOf(done);
    }

    private void price(Instant start, LocalDate day, long used) {
        quantity += used;
        TariffVersion version = clock.tariff().on(day);
        if (version == null) {
            unpriced += used;
            return;
        }
        perUnit = perUnit.add(amount(used, version.fixed().perUnit()));
        if (used >= highest) {
            highest = used;
            charge = version.demand();
        }
        TierLadder tiers = version.ladder();
        if (tiers != null) {
            ladder.cut(
                    tiers,
                    day,
                    used,
                    terms.decimals(),
                    (tier, part) -> bands.add(tier.name(), part, amount(part, tier.price())));
            return;
        }
        QuarterPrice price = clock.price(start);
        BigDecimal unit = price == null ? null : price.unit();
        unpriced += unit == null ? used : 0;
        if (price != null) {
            provisional |= price.provisional();
            bands.add(price.band().name(), used, unit == null ? null : amount(used, unit));
        }
    }

    private BigDecimal amount(long used, BigDecimal unit) {
        return BigDecimal.valueOf(used, terms.decimals()).multiply(unit);
    }

    private void flush() {
        Instant beginning = at;
        if (beginning == null) {
            return;
        }
        List<CostStep.BandCost> rounded = bands.rounded(terms::rounded);
        BigDecimal fixed = terms.rounded(perUnit.add(time(beginning)));
        BigDecimal demand = demand();
        done.add(new CostStep(
                beginning, quantity, cost(rounded, fixed, demand), rounded, fixed, demand, unpriced, provisional));
        at = null;
        bands = new BandSums();
        quantity = 0;
        unpriced = 0;
        perUnit = BigDecimal.ZERO;
        provisional = false;
        highest = 0;
        charge = null;
    }

    private BigDecimal time(Instant beginning) {
        if (!terms.isBilled()) {
            return BigDecimal.ZERO;
        }
        Instant end = step.endOf(beginning, clock.zone());
        return new TimeCharge(clock.tariff(), clock.zone())
                .between(beginning.isBefore(from) ? from : beginning, end.isAfter(to) ? to : end);
    }

    /** The terms of the quarter-hour with the highest use count, so that a later version leaves it alone. */
    private @Nullable BigDecimal demand() {
        if (step != EnergyInterval.MONTH || charge == null || !terms.isBilled()) {
            return null;
        }
        return terms.rounded(charge.month(BigDecimal.valueOf(highest * 4, terms.decimals())));
    }

    private @Nullable BigDecimal cost(List<CostStep.BandCost> rounded, BigDecimal fixed, @Nullable BigDecimal demand) {
        if (unpriced > 0) {
            return null;
        }
        return rounded.stream()
                .map(CostStep.BandCost::cost)
                .filter(Objects::nonNull)
                .reduce(demand == null ? fixed : fixed.add(demand), BigDecimal::add);
    }
}
