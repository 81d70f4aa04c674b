package io.foyer.hub.web;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.Seal;
import io.foyer.hub.web.api.SiteFiles;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.Passwords;

/** What the people's edge shows and changes; {@code seal}: with the hub's secret. */
public record Parts(
        Houses houses,
        Archive archive,
        Accounts accounts,
        SiteFiles files,
        LiveFeed feed,
        Passwords passwords,
        Seal seal) {}
