package io.foyer.hub;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;

/** Says of each of Foyer's metrics what it counts and in which unit: the {@code # HELP} lines of {@code /metrics}. */
final class MetricTexts implements MeterFilter {
    static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("foyer.commit", "The time from the start of a commit to its end, in seconds."),
            Map.entry("foyer.commit.entries", "The number of entries in a commit."),
            Map.entry("foyer.commit.waiting", "The number of entries that wait for the next commit."),
            Map.entry("foyer.dead.letters", "The number of messages that the hub could not use, by reason."),
            Map.entry("foyer.http.connections", "The number of open connections of people."),
            Map.entry("foyer.http.cut", "The number of connections of people that the hub ended, by cause."),
            Map.entry("foyer.http.requests", "The time from a request of the API to its answer, in seconds."),
            Map.entry("foyer.live.dropped", "The number of live frames that slow viewers did not get."),
            Map.entry("foyer.live.frames", "The number of live frames that the hub sent."),
            Map.entry("foyer.live.viewers", "The number of viewers of the live feed."),
            Map.entry("foyer.mqtt.commands", "The number of commands to devices, by what became of them."),
            Map.entry("foyer.mqtt.connections", "The number of devices that are logged in."),
            Map.entry("foyer.mqtt.deaf", "The number of readers that have not subscribed to their commands."),
            Map.entry("foyer.mqtt.dropped", "The number of telemetry messages that the hub dropped unacknowledged."),
            Map.entry("foyer.mqtt.logins", "The number of logins of devices, by outcome."),
            Map.entry("foyer.mqtt.messages", "The number of messages that the hub took, by kind."),
            Map.entry("foyer.mqtt.newcomers", "The number of connections before their login."),
            Map.entry("foyer.mqtt.refused", "The number of messages that the hub refused, by reason."),
            Map.entry(
                    "foyer.mqtt.shut.out",
                    "The number of connections that the hub refused after too many wrong passwords from their address."),
            Map.entry("foyer.mqtt.sockets", "The number of connections of devices, logged in or not."),
            Map.entry(
                    "foyer.mqtt.turned.away",
                    "The number of connections that the hub ended before their login, to make room for newer ones."),
            Map.entry("foyer.mqtt.waiting", "The number of messages that wait for the database."),
            Map.entry("foyer.readings.late", "The number of late readings that wait for the ledger, by site."),
            Map.entry("foyer.store.questions", "The number of questions that a lane of the database works on."),
            Map.entry("foyer.store.refused", "The number of questions that a lane of the database refused with 503."));

    @Override
    public Meter.Id map(Meter.Id id) {
        String text = BY_NAME.get(id.getName());
        return text == null || id.getDescription() != null
                ? id
                : new Meter.Id(id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), text, id.getType());
    }
}
