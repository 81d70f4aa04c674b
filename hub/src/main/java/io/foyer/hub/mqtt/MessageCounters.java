package io.foyer.hub.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** Counts the accepted and refused messages of devices, and what became of commands. */
final class MessageCounters {
    private final MeterRegistry metrics;
    /** By kind. To find a meter by its tags costs more than a message may cost. */
    private final Map<String, Counter> accepted = new HashMap<>();

    MessageCounters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void accepted(String kind) {
        accepted.computeIfAbsent(kind, each -> metrics.counter("foyer.mqtt.messages", "kind", each, "outcome", "taken"))
                .increment();
    }

    void refused(String reason) {
        metrics.counter("foyer.mqtt.refused", "reason", reason).increment();
    }

    void command(String outcome) {
        metrics.counter("foyer.mqtt.commands", "outcome", outcome).increment();
    }

    void login(String outcome) {
        metrics.counter("foyer.mqtt.logins", "outcome", outcome).increment();
    }
}
