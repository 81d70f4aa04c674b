package io.foyer.simulators.demo;

import io.foyer.simulators.api.Api;
import io.foyer.simulators.space.Space;
import java.time.Duration;
import java.time.Instant;

/** How much of the past the hub knows, by the newest reading of the site's first meter. */
final class Told {
    private final Api api;
    private final Space space;

    Told(Api api, Space space) {
        this.api = api;
        this.space = space;
    }

    /** Where the devices go on; at the earliest {@code earliest}. */
    Instant until(Instant earliest) {
        if (space.meters().isEmpty()) {
            return earliest;
        }
        String first = space.meters().get(0).id();
        for (var meter : api.get("/sites/" + space.site() + "/energy").body().path("meters")) {
            if (meter.path("meter").asText().equals(first) && meter.hasNonNull("asOf")) {
                Instant newest = Instant.parse(meter.path("asOf").asText()).plus(Duration.ofMillis(1));
                return newest.isAfter(earliest) ? newest : earliest;
            }
        }
        return earliest;
    }
}
