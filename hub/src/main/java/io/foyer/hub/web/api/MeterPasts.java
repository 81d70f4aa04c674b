package io.foyer.hub.web.api;

import io.foyer.hub.domain.baseline.HourTable;
import io.foyer.hub.domain.baseline.MeterFacts;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterUse.MeterPast;
import io.foyer.hub.domain.forecast.SiteCalendar;
import io.foyer.hub.domain.occupancy.OccupancyInterval;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reads what a baseline is made of: a row for each day of the meter, and one for each hour of the people in its zone. */
final class MeterPasts {
    private final Archive archive;
    private final ZoneHistory histories;

    MeterPasts(Archive archive) {
        this.archive = archive;
        histories = new ZoneHistory(archive);
    }

    /** Of the days [from, to) of the site's calendar. */
    Future<MeterFacts> facts(ApiCall call, Meter meter, LocalDate from, LocalDate to) {
        return people(call, meter.zone(), from, to).compose(people -> facts(call, meter, people, from, to));
    }

    /** Of a meter in whose zone so many people were. */
    Future<MeterFacts> facts(ApiCall call, Meter meter, HourTable people, LocalDate from, LocalDate to) {
        SiteDefinition site = call.definition();
        // The day before the first tells whether the first is whole.
        Future<MeterPast> past = StoreFault.of(archive.meterPast(call.site(), meter.id(), from.minusDays(1), to));
        Future<List<StaticChange>> changes = StoreFault.of(archive.staticChanges(call.site(), meter.id()));
        return Future.all(past, changes)
                .map(all ->
                        MeterFacts.of(past.result(), people, SiteCalendar.of(site), site.timeZone(), changes.result()));
    }

    /** The people in a zone on the days [from, to), hour by hour. */
    Future<HourTable> people(ApiCall call, String zone, LocalDate from, LocalDate to) {
        ZoneId clock = call.definition().timeZone();
        return histories
                .of(
                        call,
                        zone,
                        OccupancyInterval.HOUR,
                        from.atStartOfDay(clock).toInstant(),
                        to.atStartOfDay(clock).toInstant())
                .map(hours -> HourTable.ofPeople(hours, clock));
    }
}
