package io.foyer.hub.web.api;

import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.web.TestAccounts;
import io.foyer.hub.web.TestArchive;
import io.foyer.hub.web.TestClock;
import io.foyer.hub.web.TestSites;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.PublicAddress;
import io.foyer.hub.web.login.SessionTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The API's own table. */
final class Endpoints {
    private Endpoints() {}

    /** As {@code METHOD path}. */
    static Set<String> all() {
        return operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<Operation> operations() {
        TestClock clock = new TestClock();
        TestSites sites = new TestSites();
        TestAccounts accounts = new TestAccounts();
        Api api = new Api(
                sites,
                new TestArchive(),
                accounts,
                null,
                new PageSessions(accounts, new SessionTokens(new HubSeal(new byte[32])), clock),
                null,
                null,
                CredentialRecognition.with(new HubSeal(new byte[32])),
                new LiveFeed(sites, clock),
                clock,
                new SimpleMeterRegistry(),
                PublicAddress.direct(false),
                false);
        return api.endpoints().stream().map(Endpoint::operation).toList();
    }
}
