package io.foyer.hub.web;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.api.SiteFiles;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.Passwords;

/** The parts of the hub that the people's edge shows and changes. {@code seal} uses the hub's secret. */
public record WebParts(
        SiteDirectory directory,
        Archive archive,
        Accounts accounts,
        SiteFiles files,
        LiveFeed feed,
        Passwords passwords,
        HubSeal seal) {}
