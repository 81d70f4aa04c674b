package io.foyer.hub.site;

import java.time.Clock;

/** What all sites of a hub share. */
record SiteServices(
        EventLoop loop,
        Clock clock,
        GroupCommit commit,
        Journal journal,
        DeviceCommands devices,
        CredentialRecognition recognition) {}
