package io.foyer.hub.mqtt;

import io.foyer.hub.site.KnownDevice;
import io.foyer.hub.site.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The topics that the connection of a device may use: the topics of the device, and of each device that it speaks for.
 */
final class TopicRights {
    private final Sites sites;

    TopicRights(Sites sites) {
        this.sites = sites;
    }

    /** The device of a topic; null where the connected device may not speak for that device. */
    @Nullable KnownDevice speaker(KnownDevice connected, DeviceTopic topic) {
        if (!topic.site().equals(connected.site())) {
            return null;
        }
        if (topic.device().equals(connected.id())) {
            return connected;
        }
        return connected.device().speaksFor().contains(topic.device()) ? sites.known(topic.device()) : null;
    }

    /** The device of a topic in its written form; null also where the text is no topic of Foyer. */
    @Nullable KnownDevice speaker(KnownDevice connected, String topic) {
        DeviceTopic parsed = DeviceTopic.parse(topic);
        return parsed == null ? null : speaker(connected, parsed);
    }

    boolean maySubscribe(KnownDevice connected, String filter) {
        DeviceTopic topic = DeviceTopic.parse(filter);
        return topic != null && !topic.device().equals("+") && speaker(connected, topic) != null;
    }
}
