package io.foyer.hub.web.api;

import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Archive.ListPage;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.AcknowledgeAlarm;
import io.foyer.hub.web.wire.AlarmEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** Endpoints for alarms and their acknowledgement. */
final class AlarmEndpoints {
    private final SiteDirectory directory;
    private final Archive archive;

    AlarmEndpoints(SiteDirectory directory, Archive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/alarms",
                                Roles.ENERGY,
                                "alarms",
                                "Alarms that somebody should look at, newest first. Role energy gets those of meters.")
                        .takes(Parameter.LIMIT, Parameter.CURSOR)
                        .answersList(AlarmEntry.class)
                        .handledBy(this::alarms),
                Operation.ofSite(
                                HttpMethod.POST,
                                "/alarms/{id}/acknowledge",
                                Roles.DESK,
                                "alarms",
                                "Acknowledge an alarm")
                        .takes(Parameter.text("id", "The id of the alarm in the list"))
                        .answers(Acknowledgement.class)
                        .responds(Response.inForce(Content.one(Acknowledgement.class)), Response.UNWRITABLE)
                        .handledBy(this::acknowledge));
    }

    /** The alarm that somebody has acknowledged. */
    record Acknowledgement(String id, boolean acknowledged) {}

    private Future<ApiAnswer> alarms(ApiCall call) {
        int limit = call.limit();
        String cursor = call.query("cursor");
        boolean onlyMeters = call.session().role() == Role.ENERGY;
        return call.answer(() -> StoreFault.page(() -> archive.alarms(call.site(), limit, cursor))
                .map(page -> onlyMeters ? ofMeters(page) : page)
                .map(page -> ApiAnswer.ok(ItemList.of(page, AlarmEntry::of))));
    }

    /** The role energy sees no alarms of doors: they tell how people pass. */
    private static ListPage<Alarm> ofMeters(ListPage<Alarm> page) {
        return new ListPage<>(
                page.items().stream().filter(alarm -> alarm.kind().isOfMeter()).toList(), page.cursor());
    }

    private Future<ApiAnswer> acknowledge(ApiCall call) {
        String id = call.fields().text("id", call.path("id"));
        return call.answer(() -> directory
                .change(call.site(), new AcknowledgeAlarm(id), call.session().user())
                .map(reply -> ApiAnswer.of(reply, new Acknowledgement(id, true))));
    }
}
