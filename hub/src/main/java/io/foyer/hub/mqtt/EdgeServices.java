package io.foyer.hub.mqtt;

import io.foyer.hub.site.Sites;
import io.foyer.hub.site.SlowLog;
import java.time.InstantSource;

/** The services that all sessions of devices share. */
record EdgeServices(
        Sites sites,
        TopicRights rights,
        DeviceSessions sessions,
        DoorReachability hearing,
        StorePressure pressure,
        MessageCounters counters,
        SlowLog log,
        InstantSource clock) {}
