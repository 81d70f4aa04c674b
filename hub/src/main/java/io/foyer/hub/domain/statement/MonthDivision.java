package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.flow.MeterTotal;
import io.foyer.hub.domain.occupancy.TimeOrder;
import io.foyer.hub.domain.statement.AccountDivision.DividedMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Divides a month of all meters among who pays for them. What a meter shows beyond the meters below it is its payer's. So
 * the parts of a main meter add up to it in each quarter-hour; where the meters below show more, the payer of the meter
 * above gets the negative rest.
 */
public final class MonthDivision {
    private final SiteDefinition site;
    private final MeterOwners owners;
    private final List<String> payers;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Meter>> below = new HashMap<>();
    private final Map<String, AccountDivision> accounts = new LinkedHashMap<>();
    private final List<OwnedMeter> shown;
    private final Instant to;
    private final Map<String, Map<LocalDate, Long>> byDay = new HashMap<>();
    private final Map<String, Integer> quarters = new HashMap<>();
    private final Map<String, Set<LocalDate>> estimated = new HashMap<>();
    private final Map<String, Long> quarter = new HashMap<>();
    private @Nullable Instant at;

    /** @param terms by meter; a meter without a tariff has none */
    public MonthDivision(
            SiteDefinition site, MeterOwners owners, Map<String, CostTerms> terms, Instant from, Instant to) {
        this.site = site;
        this.owners = owners;
        this.to = to;
        payers = new ArrayList<>(owners.tenants());
        payers.add(MeterOwners.COMMON);
        payers.forEach(payer -> places.put(payer, places.size()));
        site.meters().values().stream().filter(meter -> meter.parent() != null).forEach(meter -> below.computeIfAbsent(
                        meter.parent(), any -> new ArrayList<>())
                .add(meter));
        accounts(site).forEach(id -> {
            Meter meter = site.meters().get(id);
            if (meter != null) {
                accounts.put(id, new AccountDivision(meter, terms.get(id), from, to, payers.size()));
            }
        });
        shown = OwnedMeter.of(site, owners, accounts.keySet());
    }

    /** The meters whose bills are divided: those that the supplier reads, and main meters without a tariff. */
    public static Set<String> accounts(SiteDefinition site) {
        Set<String> accounts = new LinkedHashSet<>();
        site.meters().values().stream()
                .filter(meter ->
                        meter.parent() == null || site.tariffs().billed().contains(meter.id()))
                .forEach(meter -> accounts.add(meter.id()));
        return accounts;
    }

    /** Takes the quarter-hours of before the month, in order of time, for the ladders of their meters. */
    public Collector<Quarter, ?, MonthDivision> earlier() {
        return Collector.of(() -> this, (all, quarter) -> all.addEarlier(quarter), TimeOrder.only(), all -> all);
    }

    /** Takes the quarter-hours of the month, in order of time. */
    public Collector<Quarter, ?, MonthDivision> month() {
        return Collector.of(() -> this, MonthDivision::add, TimeOrder.only(), all -> {
            all.divide();
            return all;
        });
    }

    /** The meters whose registers stand on a statement. */
    public Set<String> shownMeters() {
        return shown.stream().map(OwnedMeter::meter).collect(Collectors.toSet());
    }

    /** The instants at which a register is read for a statement. */
    public Set<Instant> edges() {
        return shown.stream()
                .flatMap(row -> Stream.of(edge(row.from()), edge(row.until())))
                .collect(Collectors.toSet());
    }

    /** The first instant of a day, or the present where that is earlier. */
    Instant edge(LocalDate day) {
        Instant midnight = day.atStartOfDay(site.timeZone()).toInstant();
        return midnight.isAfter(to) ? to : midnight;
    }

    SiteDefinition site() {
        return site;
    }

    List<OwnedMeter> shown() {
        return shown;
    }

    /** What each meter showed in all, and in how many quarter-hours. */
    Map<String, MeterTotal> totals() {
        Map<String, MeterTotal> totals = new HashMap<>();
        byDay.forEach((meter, days) -> totals.put(
                meter,
                new MeterTotal(
                        days.values().stream().mapToLong(Long::longValue).sum(), quarters.getOrDefault(meter, 0))));
        return totals;
    }

    List<String> payers() {
        return List.copyOf(payers);
    }

    MeterOwners owners() {
        return owners;
    }

    List<DividedMonth> divided() {
        return accounts.values().stream().map(AccountDivision::done).toList();
    }

    /** What a meter showed on some days. */
    long quantity(OwnedMeter row) {
        return byDay.getOrDefault(row.meter(), Map.of()).entrySet().stream()
                .filter(day ->
                        !day.getKey().isBefore(row.from()) && day.getKey().isBefore(row.until()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    boolean isEstimated(OwnedMeter row) {
        return estimated.getOrDefault(row.meter(), Set.of()).stream()
                .anyMatch(day -> !day.isBefore(row.from()) && day.isBefore(row.until()));
    }

    private void addEarlier(Quarter one) {
        AccountDivision account = accounts.get(one.meter());
        if (account != null) {
            account.addEarlier(one.start(), one.quantity());
        }
    }

    private void add(Quarter one) {
        if (!one.start().equals(at)) {
            divide();
            at = one.start();
        }
        quarter.put(one.meter(), one.quantity());
        LocalDate day = LocalDate.ofInstant(one.start(), site.timeZone());
        byDay.computeIfAbsent(one.meter(), any -> new HashMap<>()).merge(day, one.quantity(), Long::sum);
        quarters.merge(one.meter(), 1, Integer::sum);
        if (one.estimated()) {
            estimated.computeIfAbsent(one.meter(), any -> new HashSet<>()).add(day);
        }
    }

    private void divide() {
        Instant start = at;
        if (start == null || quarter.isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(start, site.timeZone());
        accounts.forEach((id, account) -> {
            long[] parts = new long[payers.size()];
            long used = quarter.getOrDefault(id, 0L);
            for (Meter meter : below.getOrDefault(id, List.of())) {
                used -= part(meter, day, parts);
            }
            parts[place(owners.owner(id, day))] += used;
            if (quarter.containsKey(id) || Arrays.stream(parts).anyMatch(each -> each != 0)) {
                account.add(start, parts);
            }
        });
        quarter.clear();
    }

    private int place(String payer) {
        return Objects.requireNonNull(places.get(payer), payer);
    }

    /** Adds what is a meter's own to its payer. The result is all that flowed through it; a silent meter lets through what is known below. */
    private long part(Meter meter, LocalDate day, long[] parts) {
        boolean isAccount = accounts.containsKey(meter.id());
        long seenBelow = 0;
        for (Meter one : below.getOrDefault(meter.id(), List.of())) {
            seenBelow += part(one, day, isAccount ? new long[parts.length] : parts);
        }
        long seen = quarter.getOrDefault(meter.id(), seenBelow);
        if (!isAccount) {
            parts[place(owners.owner(meter.id(), day))] += seen - seenBelow;
        }
        return seen;
    }
}
