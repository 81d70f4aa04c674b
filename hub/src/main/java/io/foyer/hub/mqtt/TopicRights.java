package io.foyer.hub.mqtt;

import io.foyer.hub.site.KnownDevice;
import io.foyer.hub.site.Sites;
import org.jspecify.annotations.Nullable;

/** Which topics the connection of a device may use: those of the device, and of each device that it speaks for. */
final class TopicRights {
    private final Sites sites;

    TopicRights(Sites sites) {
        this.sites = sites;
    }

    /** The device that a topic speaks of; null where the connected device may not speak for that one. */
    @Nullable KnownDevice speaker(KnownDevice connected, DeviceTopic topic) {
        if (!topic.site().equals(connected.site())) {
            return null;
        }
        if (topic.device().equals(connected.id())) {
            return connected;
        }
        return connected.device().speaksFor().contains(topic.device()) ? sites.known(topic.device()) : null;
    }

    /** The same of a topic as it is written; null also where the text is no topic of Foyer. */
    @Nullable KnownDevice speaker(KnownDevice connected, String topic) {
        DeviceTopic parsed = DeviceTopic.parse(topic);
        return parsed == null ? null : speaker(connected, parsed);
    }

    boolean maySubscribe(KnownDevice connected, String filter) {
        DeviceTopic topic = DeviceTopic.parse(filter);
        return topic != null && !topic.device().equals("+") && speaker(connected, topic) != null;
    }
}
