package io.foyer.hub.web.api;

import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.MonthUseEntry;
import io.foyer.hub.web.wire.WeekHourEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Endpoints that add up what meters used, by month and by hour of the week. */
final class MeterUseEndpoints {
    /** As long as a history by days. */
    private static final int LONGEST_DAYS = 3_700;

    private static final String WHOLE_DAYS =
            "Of whole days of the site: those in which `from` and `to` lie, and those between"
                    + " them. The day of a `to` that is midnight is left out. 3,700 days at most.";

    private final Archive archive;

    MeterUseEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                asking("/energy/months", "What a meter, or a zone's topmost meters together, used month by month")
                        .answersList(MonthUseEntry.class)
                        .handledBy(this::months),
                asking("/energy/week", "What they used by hour of the week")
                        .answersList(WeekHourEntry.class)
                        .handledBy(this::week));
    }

    private static Operation asking(String path, String words) {
        return Operation.ofSite(HttpMethod.GET, path, Roles.ENERGY, "energy", words)
                .describedAs(WHOLE_DAYS)
                .takes(EnergyQuery.METER, EnergyQuery.ZONE, EnergyQuery.MEDIUM, TimeRange.FROM, TimeRange.TO);
    }

    private record DayRange(LocalDate from, LocalDate to) {
        static DayRange of(ApiCall call) {
            TimeRange range = TimeRange.of(call, LONGEST_DAYS, "whole days");
            ZoneId zone = call.definition().timeZone();
            LocalDate last = LocalDate.ofInstant(range.to().minusNanos(1), zone);
            return new DayRange(LocalDate.ofInstant(range.from(), zone), last.plusDays(1));
        }
    }

    private Future<ApiAnswer> months(ApiCall call) {
        EnergyQuery asking = EnergyQuery.of(call);
        DayRange days = DayRange.of(call);
        return call.answer(() -> StoreFault.of(archive.useByMonth(call.site(), asking.meters(), days.from(), days.to()))
                .map(found -> ApiAnswer.ok(ItemList.all(found.stream()
                        .map(use -> MonthUseEntry.of(use, asking.medium()))
                        .toList()))));
    }

    private Future<ApiAnswer> week(ApiCall call) {
        EnergyQuery asking = EnergyQuery.of(call);
        DayRange days = DayRange.of(call);
        return call.answer(
                () -> StoreFault.of(archive.useByWeekday(call.site(), asking.meters(), days.from(), days.to()))
                        .map(found -> ApiAnswer.ok(ItemList.all(found.stream()
                                .flatMap(use -> WeekHourEntry.of(use, asking.medium()))
                                .toList()))));
    }
}
