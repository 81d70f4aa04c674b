package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PutReading;
import io.foyer.hub.site.command.PutRepair;
import io.foyer.hub.site.command.RemoveRepair;
import io.foyer.hub.web.wire.ReadingBody;
import io.foyer.hub.web.wire.ReadingEntry;
import io.foyer.hub.web.wire.RepairBody;
import io.foyer.hub.web.wire.RepairEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Endpoints for what people say about meters: readings by hand, and repairs of a stretch. */
final class MeterEndpoints {
    private static final String REPAIRS = "/meters/{id}/repairs";
    private static final Duration LONGEST = Duration.ofDays(RepairBody.MOST_DAYS);

    private final SiteDirectory directory;

    MeterEndpoints(SiteDirectory directory) {
        this.directory = directory;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.PUT, "/meters/{id}/readings", Roles.ENERGY, "energy", "Read a meter by hand")
                        .describedAs("The same instant again corrects the reading, also one that a device has sent. A"
                                + " reading below the one before it, or above the one after it, is refused.")
                        .answers(ReadingEntry.class)
                        .responds(Response.UNWRITABLE)
                        .handledBy(ReadingBody.class, this::read),
                Operation.ofSite(
                                HttpMethod.POST,
                                REPAIRS,
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "Say what a meter used in a stretch, whatever its readings say")
                        .describedAs(
                                "The quantity is spread evenly over the quarter-hours of the stretch, and stands in"
                                        + " the ledger until the repair is taken back; late readings do not change it.")
                        .answers(RepairEntry.class)
                        .responds(Response.CONFLICT, Response.UNWRITABLE)
                        .handledBy(RepairBody.class, this::repair),
                Operation.ofSite(
                                HttpMethod.GET, REPAIRS, Roles.ENERGY, "energy", "The repairs of a meter, oldest first")
                        .answersList(RepairEntry.class)
                        .handledBy(this::list),
                Operation.ofSite(
                                HttpMethod.DELETE,
                                REPAIRS + "/{repair}",
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "Take a repair back: the stretch has again what the readings say")
                        .takes(Parameter.id("repair", "The id of the repair"))
                        .answersNothing()
                        .responds(Response.UNWRITABLE)
                        .handledBy(this::remove));
    }

    private Future<ApiAnswer> read(ApiCall call, ReadingBody body) {
        return ofMeter(call, meter -> {
            Instant at = call.fields()
                    .time("at", body.at(), call.definition().timeZone())
                    .truncatedTo(ChronoUnit.MICROS);
            long register = quantity(call, "register", body.register(), meter);
            return call.answer(() -> directory
                    .change(
                            call.site(),
                            new PutReading(meter.id(), new Reading(at, register)),
                            call.session().user())
                    .map(reply -> ApiAnswer.of(
                            reply,
                            new ReadingEntry(meter.id(), at, meter.medium().decimal(register)))));
        });
    }

    private Future<ApiAnswer> repair(ApiCall call, RepairBody body) {
        return ofMeter(call, meter -> {
            ZoneId zone = call.definition().timeZone();
            Instant from = quarter(call, "from", call.fields().time("from", body.from(), zone));
            Instant to = quarter(call, "to", call.fields().time("to", body.to(), zone));
            if (call.fields().errors().isEmpty() && (!to.isAfter(from) || to.isAfter(from.plus(LONGEST)))) {
                call.fields()
                        .wrong(
                                "to",
                                "须晚于 from，且不超过 " + RepairBody.MOST_DAYS + " 天",
                                "must be after `from`, and by " + RepairBody.MOST_DAYS + " days at most");
            }
            Repair repair = new Repair(
                    meter.id(),
                    UUID.randomUUID().toString(),
                    from,
                    to,
                    quantity(call, "quantity", body.quantity(), meter),
                    call.fields().text("reason", body.reason()),
                    call.session().user(),
                    call.now().truncatedTo(ChronoUnit.MICROS));
            return call.answer(() -> directory
                    .change(call.site(), new PutRepair(repair), call.session().user())
                    .map(reply -> ApiAnswer.of(reply, RepairEntry.of(repair, meter))));
        });
    }

    private Future<ApiAnswer> list(ApiCall call) {
        return ofMeter(
                call,
                meter -> call.answer(() -> directory
                        .repairs(call.site(), meter.id())
                        .map(found -> ApiAnswer.ok(ItemList.all(found.orElse(Repairs.NONE).all().stream()
                                .map(repair -> RepairEntry.of(repair, meter))
                                .toList())))));
    }

    private Future<ApiAnswer> remove(ApiCall call) {
        String meter = call.id();
        String repair = call.fields().id("repair", call.path("repair"));
        return call.answer(() -> directory
                .change(
                        call.site(),
                        new RemoveRepair(meter, repair),
                        call.session().user())
                .map(reply -> ApiAnswer.of(reply, Map.of())));
    }

    private static Future<ApiAnswer> ofMeter(ApiCall call, Function<Meter, Future<ApiAnswer>> answer) {
        String id = call.id();
        Meter meter = call.definition().meters().get(id);
        return meter == null
                ? call.answer(() -> Future.succeededFuture(ApiAnswer.missing("meter " + id)))
                : answer.apply(meter);
    }

    private static Instant quarter(ApiCall call, String field, Instant at) {
        if (!at.equals(Quarters.startOf(at))) {
            call.fields().wrong(field, "须为整刻钟", "must be the beginning of a quarter-hour");
        }
        return at;
    }

    /** In the smallest unit of the medium. */
    private static long quantity(ApiCall call, String field, @Nullable BigDecimal given, Meter meter) {
        OptionalLong whole =
                given == null ? OptionalLong.empty() : meter.medium().whole(given);
        if (whole.isEmpty()) {
            String most = meter.medium().decimal(Meter.Medium.MOST).toPlainString();
            call.fields().wrong(field, "0 到 " + most + " 的数", "must be a number from 0 to " + most);
        }
        return whole.orElse(0);
    }
}
