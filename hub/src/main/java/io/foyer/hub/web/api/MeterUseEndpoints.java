package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.MonthUseEntry;
import io.foyer.hub.web.wire.WeekHourEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Endpoints that add up what meters used, by month and by hour of the week. */
final class MeterUseEndpoints {
    private final Archive archive;

    MeterUseEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                asking("/energy/months", "What a meter, or a zone's topmost meters together, used month by month")
                        .answersList(MonthUseEntry.class)
                        .handledBy(this::months),
                asking("/energy/week", "What a meter, or a zone's topmost meters together, used by hour of the week")
                        .answersList(WeekHourEntry.class)
                        .handledBy(this::week));
    }

    private static Operation asking(String path, String words) {
        return Operation.ofSite(HttpMethod.GET, path, Roles.ENERGY, "energy", words)
                .describedAs(DayRange.WORDS + " 3,700 days at most.")
                .takes(EnergyQuery.METER, EnergyQuery.ZONE, EnergyQuery.MEDIUM, TimeRange.FROM, TimeRange.TO);
    }

    private Future<ApiAnswer> months(ApiCall call) {
        EnergyQuery asking = EnergyQuery.of(call);
        DayRange days = DayRange.of(call, DayRange.LONGEST_DAYS);
        return call.answer(() -> StoreFault.of(archive.useByMonth(call.site(), asking.meters(), days.from(), days.to()))
                .map(found -> ApiAnswer.ok(ItemList.all(found.stream()
                        .map(use -> MonthUseEntry.of(use, asking.medium()))
                        .toList()))));
    }

    private Future<ApiAnswer> week(ApiCall call) {
        EnergyQuery asking = EnergyQuery.of(call);
        DayRange days = DayRange.of(call, DayRange.LONGEST_DAYS);
        return call.answer(
                () -> StoreFault.of(archive.useByWeekday(call.site(), asking.meters(), days.from(), days.to()))
                        .map(found -> ApiAnswer.ok(ItemList.all(found.stream()
                                .flatMap(use -> WeekHourEntry.of(use, asking.medium()))
                                .toList()))));
    }
}
