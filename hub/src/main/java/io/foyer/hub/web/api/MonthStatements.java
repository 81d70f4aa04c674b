package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.cost.MeterCosts;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.domain.statement.CostStatement;
import io.foyer.hub.domain.statement.MeterOwners;
import io.foyer.hub.domain.statement.MonthDivision;
import io.foyer.hub.domain.statement.Settlement;
import io.foyer.hub.domain.statement.Tenancy;
import io.foyer.hub.domain.statement.ZoneMeasure;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers from the store what a month's statements are made of, and makes them. */
record MonthStatements(Archive archive, ApiCall call, YearMonth month) {

    Instant from() {
        return month.atDay(1).atStartOfDay(site().timeZone()).toInstant();
    }

    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(site().timeZone()).toInstant();
    }

    boolean isRunning() {
        return call.now().isBefore(end());
    }

    /** The end of the month, or the present. */
    Instant to() {
        return isRunning() ? call.now() : end();
    }

    /** The statements of the tenants by name, and that of the house at the end. */
    Future<List<CostStatement>> all() {
        Set<String> accounts = MonthDivision.accounts(site());
        return StoreFault.of(archive.statements().tenancies(call.site(), month.atDay(1), month.atEndOfMonth()))
                .compose(tenancies -> new Billing(archive)
                        .terms(site(), accounts, from(), to())
                        .compose(terms -> divided(tenancies, terms))
                        .compose(division -> settled(division, tenancies)));
    }

    private SiteDefinition site() {
        return call.definition();
    }

    private Future<MonthDivision> divided(List<Tenancy> tenancies, Map<String, CostTerms> terms) {
        List<LocalDate> days = month.atDay(1)
                .datesUntil(LocalDate.ofInstant(to().minusNanos(1), site().timeZone())
                        .plusDays(1))
                .toList();
        MeterOwners owners = new MeterOwners(site(), tenancies, days);
        MonthDivision division = new MonthDivision(site(), owners, terms, from(), to());
        Instant since = MeterCosts.readsFrom(terms, from());
        Set<String> ladders = terms.entrySet().stream()
                .filter(each -> each.getValue().readsFrom(from()).isBefore(from()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Future<MonthDivision> earlier = ladders.isEmpty()
                ? Future.succeededFuture(division)
                : StoreFault.of(archive.quarters(call.site(), ladders, since, from(), division.earlier()));
        return earlier.compose(begun ->
                StoreFault.of(archive.quarters(call.site(), site().meters().keySet(), from(), to(), begun.month())));
    }

    private Future<List<CostStatement>> settled(MonthDivision division, List<Tenancy> tenancies) {
        return measure(tenancies).compose(measure -> StoreFault.of(
                        archive.statements().registers(call.site(), division.shownMeters(), division.edges()))
                .map(registers -> Settlement.of(division, measure, registers)));
    }

    private Future<ZoneMeasure> measure(List<Tenancy> tenancies) {
        ShareBasis basis = site().billing().shares();
        return basis == ShareBasis.PRESENCE
                ? presence(tenancies)
                : Future.succeededFuture((zone, day) -> area(site().zones().get(zone)));
    }

    private static @Nullable BigDecimal area(@Nullable Zone zone) {
        Double area = zone == null ? null : zone.areaM2();
        return area == null ? null : BigDecimal.valueOf(area);
    }

    private Future<ZoneMeasure> presence(List<Tenancy> tenancies) {
        Set<String> accounts = MonthDivision.accounts(site());
        Set<String> zones = new HashSet<>();
        tenancies.forEach(one -> zones.add(one.zone()));
        Predicate<Meter> isBilled = meter ->
                accounts.contains(meter.id()) || site().billing().tenants().containsKey(meter.id());
        site().meters().values().stream().filter(isBilled).forEach(meter -> zones.add(meter.zone()));
        zones.retainAll(site().zones().keySet());
        Map<String, Map<LocalDate, BigDecimal>> people = new HashMap<>();
        Future<Void> read = Future.succeededFuture();
        for (String zone : zones) {
            read = read.compose(before -> new ZoneHistory(archive)
                    .of(call, zone, OccupancyInterval.DAY, from(), to())
                    .map(items -> {
                        Map<LocalDate, BigDecimal> days = new HashMap<>();
                        items.stream()
                                .filter(item -> item.known() > 0)
                                .forEach(item -> days.put(
                                        LocalDate.ofInstant(item.at(), site().timeZone()),
                                        new BigDecimal(item.people())));
                        people.put(zone, days);
                        return null;
                    }));
        }
        return read.map(
                done -> (zone, day) -> people.getOrDefault(zone, Map.of()).get(day));
    }
}
