package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.cost.WasteCost;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.energy.ZonePresence;
import io.foyer.hub.domain.energy.ZoneWaste;
import io.foyer.hub.domain.performance.SystemWaste;
import io.foyer.hub.domain.performance.WasteGroup;
import io.foyer.hub.domain.performance.WasteQuestion;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.Problem;
import io.foyer.hub.web.wire.SystemWasteEntry;
import io.foyer.hub.web.wire.WasteEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Endpoints for what was used while nobody was there: in one zone, and by zones and systems with what it is worth. */
final class WasteEndpoints {
    /** A range may be a little more than a year. */
    private static final int LONGEST_DAYS = 400;

    private final Archive archive;

    WasteEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/waste",
                                Roles.ENERGY,
                                "energy",
                                "What a zone's topmost meters used while nobody was in it")
                        .describedAs(
                                "A range is 400 days at most. The hub joins each reading with the count at its time.")
                        .takes(
                                Parameter.ZONE,
                                Parameter.oneOf(
                                        "medium", "The medium; the default is electricity", Meter.Medium.values()),
                                TimeRange.FROM,
                                TimeRange.TO)
                        .answers(WasteEntry.class)
                        .handledBy(this::waste),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/waste/systems",
                                Roles.ENERGY,
                                "energy",
                                "What each system of each zone used while nobody was there, the largest saving first")
                        .describedAs("A range is 400 days at most. Each kWh of electricity belongs to one system of one"
                                + " zone. Whole quarter-hours count in which the zone was known to be empty.")
                        .takes(TimeRange.FROM, TimeRange.TO)
                        .answersList(SystemWasteEntry.class)
                        .handledBy(this::systems));
    }

    private Future<ApiAnswer> waste(ApiCall call) {
        String zone = call.fields().text("zone", call.query("zone"));
        EnergyQuery asking = EnergyQuery.ofZone(call, zone);
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "waste");
        Instant to = range.end(call.now());
        return call.answer(() -> StoreFault.of(
                        archive.presence(call.site(), zone, range.from(), to, ZonePresence.gather()))
                .compose(presence -> StoreFault.of(archive.bookings(
                        call.site(), asking.meters(), range.from(), to, ZoneWaste.of(presence, range.from(), to))))
                .compose(waste -> new Billing(archive)
                        .terms(call.definition(), asking.meters(), range.from(), to)
                        .map(terms -> waste.map(found -> ApiAnswer.ok(WasteEntry.of(
                                        found,
                                        asking.medium(),
                                        WasteCost.of(terms, asking.meters(), found.byQuarter()))))
                                .orElseGet(WasteEndpoints::tooMuch))));
    }

    private static ApiAnswer tooMuch() {
        return ApiAnswer.problem(Problem.invalid(List.of(Problem.error(
                "from",
                "此区间内的读数过多，请缩短区间",
                "has more readings than the hub can weigh at once: ask for a shorter range"))));
    }

    private Future<ApiAnswer> systems(ApiCall call) {
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "waste");
        Instant from = Quarters.startOf(range.from());
        Instant to = Quarters.startOf(range.end(call.now()));
        return call.answer(() -> questions(call, from, to)
                .compose(questions -> Future.all(questions.stream()
                        .map(question -> answer(call, question, from, to))
                        .toList()))
                .map(answers -> answers.<List<SystemWaste>>list().stream()
                        .flatMap(List::stream)
                        .sorted(SystemWaste.LARGEST_FIRST)
                        .map(waste -> SystemWasteEntry.of(waste, call.definition(), from, to))
                        .toList())
                .map(items -> ApiAnswer.ok(ItemList.all(items))));
    }

    private Future<List<SystemWaste>> answer(ApiCall call, WasteQuestion question, Instant from, Instant to) {
        return StoreFault.of(archive.emptyUse(call.site(), question, from, to)).map(question::answer);
    }

    /** One question for each tariff, and one for the groups that have none or several. */
    private Future<List<WasteQuestion>> questions(ApiCall call, Instant from, Instant to) {
        Map<String, List<WasteGroup>> byTariff = new LinkedHashMap<>();
        WasteGroup.of(call.definition())
                .forEach(group -> byTariff.computeIfAbsent(tariff(call, group.meters()), tariff -> new ArrayList<>())
                        .add(group));
        Set<String> meters = byTariff.values().stream()
                .flatMap(List::stream)
                .flatMap(group -> group.meters().stream())
                .collect(Collectors.toSet());
        return new Billing(archive).terms(call.definition(), meters, from, to).map(terms -> byTariff.values().stream()
                .map(groups -> WasteQuestion.of(groups, terms(terms, groups), from, to))
                .toList());
    }

    private static @Nullable CostTerms terms(Map<String, CostTerms> terms, List<WasteGroup> groups) {
        Set<String> meters =
                groups.stream().flatMap(group -> group.meters().stream()).collect(Collectors.toSet());
        Map<String, CostTerms> own = terms.entrySet().stream()
                .filter(entry -> meters.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return CostTerms.shared(own, meters);
    }

    /** The id of the one tariff of the meters; empty where they have several, or one has none. */
    private static String tariff(ApiCall call, Set<String> meters) {
        Set<String> ids = meters.stream()
                .map(meter -> call.definition().tariffs().byMeter().getOrDefault(meter, ""))
                .collect(Collectors.toSet());
        return ids.size() == 1 ? ids.iterator().next() : "";
    }
}
