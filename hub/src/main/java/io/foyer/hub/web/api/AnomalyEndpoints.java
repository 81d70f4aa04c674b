package io.foyer.hub.web.api;

import io.foyer.hub.domain.baseline.Anomaly;
import io.foyer.hub.domain.baseline.AnomalySearch;
import io.foyer.hub.domain.baseline.HourTable;
import io.foyer.hub.domain.cost.WasteCost;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.AnomalyEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The endpoint for where meters used something else than they would have. */
final class AnomalyEndpoints {
    private static final int LONGEST_DAYS = 100;
    private static final int QUARTERS = 4;

    private final Archive archive;
    private final MeterPasts pasts;

    AnomalyEndpoints(Archive archive) {
        this.archive = archive;
        pasts = new MeterPasts(archive);
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/energy/anomalies",
                        Roles.ENERGY,
                        "energy",
                        "Where meters used something else than they would have, what that costs, and its likely cause")
                .describedAs("Of whole days of the site before today, newest first, the newest " + ApiCall.MOST_ITEMS
                        + " at most. Each day is judged by the weeks before it alone. A stretch is told whole, also where it"
                        + " began before `from`.")
                .takes(TimeRange.FROM, TimeRange.TO)
                .answersList(AnomalyEntry.class)
                .handledBy(this::anomalies));
    }

    /** One request: the days that it asks for, and the people of each zone, which several meters share. */
    private record AnomalyQuestion(
            ApiCall call, LocalDate from, LocalDate until, Map<String, Future<HourTable>> people) {

        static AnomalyQuestion of(ApiCall call) {
            DayRange days = DayRange.of(call, LONGEST_DAYS, "anomalies");
            LocalDate today = LocalDate.ofInstant(call.now(), days.zone());
            return new AnomalyQuestion(
                    call, days.from(), days.to().isBefore(today) ? days.to() : today, new HashMap<>());
        }

        LocalDate readsFrom() {
            return AnomalySearch.readsFrom(from);
        }
    }

    private Future<ApiAnswer> anomalies(ApiCall call) {
        AnomalyQuestion asked = AnomalyQuestion.of(call);
        return call.answer(() -> {
            // Meter by meter: the loop decodes one meter's days at a time, and memory holds no more.
            Future<List<AnomalyEntry>> found = Future.succeededFuture(new ArrayList<>());
            for (Meter meter : call.definition().meters().values()) {
                found = found.compose(before -> ofMeter(asked, meter).map(more -> {
                    before.addAll(more);
                    return before;
                }));
            }
            return found.map(all -> ApiAnswer.ok(ItemList.all(all.stream()
                    .sorted(Comparator.comparing(AnomalyEntry::from).reversed())
                    .limit(ApiCall.MOST_ITEMS)
                    .toList())));
        });
    }

    private Future<List<AnomalyEntry>> ofMeter(AnomalyQuestion asked, Meter meter) {
        return asked.people()
                .computeIfAbsent(
                        meter.zone(), zone -> pasts.people(asked.call(), zone, asked.readsFrom(), asked.until()))
                .compose(people -> pasts.facts(asked.call(), meter, people, asked.readsFrom(), asked.until()))
                .compose(facts -> asked.call().aside(() -> AnomalySearch.of(facts, asked.from(), asked.until())))
                .compose(found ->
                        found.isEmpty() ? Future.succeededFuture(List.of()) : priced(asked.call(), meter, found));
    }

    private Future<List<AnomalyEntry>> priced(ApiCall call, Meter meter, List<Anomaly> found) {
        Instant from = found.get(0).from();
        Instant until = found.get(found.size() - 1).until();
        Set<String> one = Set.of(meter.id());
        return new Billing(archive).terms(call.definition(), one, from, until).map(terms -> found.stream()
                .map(anomaly -> AnomalyEntry.of(anomaly, meter, WasteCost.of(terms, one, quarters(anomaly.excess()))))
                .toList());
    }

    /** An hour's excess in its quarter-hours: prices are of quarter-hours. */
    private static Map<Instant, Long> quarters(Map<Instant, Long> hours) {
        Map<Instant, Long> quarters = new TreeMap<>();
        hours.forEach((hour, excess) -> {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                long part = excess * (quarter + 1) / QUARTERS - excess * quarter / QUARTERS;
                quarters.put(hour.plus(Quarters.LENGTH.multipliedBy(quarter)), part);
            }
        });
        return quarters;
    }
}
