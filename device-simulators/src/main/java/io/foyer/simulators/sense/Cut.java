package io.foyer.simulators.sense;

import java.time.Instant;

/** A device has no connection for a while. */
public record Cut(String device, Instant from, Instant until) {
    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
