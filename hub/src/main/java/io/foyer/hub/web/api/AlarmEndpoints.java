package io.foyer.hub.web.api;

import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.Page;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.command.AcknowledgeAlarm;
import io.foyer.hub.web.wire.AlarmEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** What somebody should look at, and who has. */
final class AlarmEndpoints {
    private final Houses houses;
    private final Archive archive;

    AlarmEndpoints(Houses houses, Archive archive) {
        this.houses = houses;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/alarms",
                                Roles.ENERGY,
                                "alarms",
                                "What somebody should look at, newest first. Role energy: those of meters.")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(AlarmEntry.class)
                        .handledBy(this::alarms),
                Operation.ofSite(
                                HttpMethod.POST,
                                "/alarms/{id}/acknowledge",
                                Roles.DESK,
                                "alarms",
                                "Somebody has seen to it")
                        .takes(Parameter.text("id", "As the list has it"))
                        .answers(Acknowledgement.class)
                        .responds(Response.inForce(Content.one(Acknowledgement.class)), Response.UNWRITABLE)
                        .handledBy(this::acknowledge));
    }

    /** What has been acknowledged. */
    record Acknowledgement(String id, boolean acknowledged) {}

    private Future<Answer> alarms(Call call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        boolean onlyMeters = call.session().role() == Role.ENERGY;
        return call.answer(() -> Asked.page(() -> archive.alarms(call.site(), limit, cursor))
                .map(page -> onlyMeters ? ofMeters(page) : page)
                .map(page -> Answer.ok(Items.of(page, AlarmEntry::of))));
    }

    /** Who passed which door against the order is not for whoever looks after energy. */
    private static Page<Alarm> ofMeters(Page<Alarm> page) {
        return new Page<>(
                page.items().stream().filter(alarm -> alarm.kind().isOfMeter()).toList(), page.cursor());
    }

    private Future<Answer> acknowledge(Call call) {
        String id = call.fields().text("id", call.path("id"));
        return call.answer(() -> houses.change(
                        call.site(), new AcknowledgeAlarm(id), call.session().user())
                .map(reply -> Answer.of(reply, new Acknowledgement(id, true))));
    }
}
