package io.foyer.hub.web.api;

import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.wire.AccuracyEntry;
import io.foyer.hub.web.wire.SensorEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** How well people are counted. The site answers, also while the database is away. */
final class SensorEndpoints {
    private final SiteDirectory directory;

    SensorEndpoints(SiteDirectory directory) {
        this.directory = directory;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/accuracy",
                                Roles.ALL,
                                "occupancy",
                                "How far each zone's count is from the truth, as independent sensors tell")
                        .answersList(AccuracyEntry.class)
                        .handledBy(this::accuracy),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/occupancy/sensors",
                                Roles.DESK,
                                "occupancy",
                                "The sensors that count people, and what is wrong with each")
                        .answersList(SensorEntry.class)
                        .handledBy(this::sensors));
    }

    private Future<ApiAnswer> accuracy(ApiCall call) {
        return call.answer(() -> directory.accuracies(call.site()).map(known -> known.map(all -> ApiAnswer.ok(
                        ItemList.all(all.stream().map(AccuracyEntry::of).toList())))
                .orElse(ApiAnswer.missing("such site"))));
    }

    private Future<ApiAnswer> sensors(ApiCall call) {
        return call.answer(() -> directory.sensors(call.site()).map(known -> known.map(all -> ApiAnswer.ok(
                        ItemList.all(all.stream().map(SensorEntry::of).toList())))
                .orElse(ApiAnswer.missing("such site"))));
    }
}
