package io.foyer.hub.site;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** The services that all sites of a hub share. */
record SiteServices(
        EventLoop loop,
        Clock clock,
        GroupCommit commit,
        Journal journal,
        DeviceCommands devices,
        CredentialRecognition recognition,
        MeterRegistry metrics) {}
