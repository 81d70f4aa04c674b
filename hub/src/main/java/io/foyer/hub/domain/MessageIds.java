package io.foyer.hub.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The message ids that the devices of a site have used. */
final class MessageIds {
    /**
     * The reason of a dead letter: a device used one id for two messages, as a device does that counts from zero again.
     */
    private static final String ID_USED_BEFORE = "id-used-before";

    private final Map<String, DeviceIds> byDevice = new HashMap<>();

    boolean has(String device, MessageStamp stamp) {
        DeviceIds ids = byDevice.get(device);
        return ids != null && stamp.id() != null && ids.has(stamp.id());
    }

    /** Remembers an id from before a restart. False where the id was there already. */
    boolean add(String device, String id, Instant arrived) {
        return of(device).add(id, 0, arrived);
    }

    /**
     * Remembers the id of a message. False where the id was there already; then the hub drops the message. A dropped
     * message with other content than the first one becomes a dead letter, because its content is lost.
     */
    boolean remember(String site, String device, String kind, MessageStamp stamp, String body, Effects effects) {
        String id = stamp.id();
        if (id == null || of(device).add(id, body.hashCode(), stamp.arrived())) {
            return true;
        }
        if (of(device).isOther(id, body.hashCode())) {
            String topic = "foyer/%s/%s/%s".formatted(site, device, kind);
            String beginning = body.substring(0, Math.min(body.length(), Change.DeadLetter.MOST_BYTES));
            effects.keep(new Change.DeadLetter(stamp.arrived(), device, topic, ID_USED_BEFORE, beginning));
        }
        return false;
    }

    private DeviceIds of(String device) {
        return byDevice.computeIfAbsent(device, key -> new DeviceIds());
    }
}
