package io.foyer.hub.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The ids that each device of a site has used for its messages. */
final class MessageIds {
    /** Another message with the id of an earlier one, as after a device has begun its numbers anew. */
    private static final String ID_USED_BEFORE = "id-used-before";

    private final Map<String, DeviceIds> byDevice = new HashMap<>();

    boolean has(String device, MessageStamp stamp) {
        DeviceIds ids = byDevice.get(device);
        return ids != null && stamp.id() != null && ids.has(stamp.id());
    }

    /** Remembers an id, as from before a restart; false where it was there already. */
    boolean add(String device, String id, Instant arrived) {
        return of(device).add(id, 0, arrived);
    }

    /**
     * Remembers a message's id; false where it was there already. What is another message than the one that had it is lost,
     * so it becomes a dead letter.
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
