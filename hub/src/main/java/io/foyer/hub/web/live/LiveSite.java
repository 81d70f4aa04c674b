package io.foyer.hub.web.live;

import io.foyer.hub.domain.house.House;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.live.Mailbox.Mail;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One site's newest state, and a stream for each set of topics that somebody watches. */
final class LiveSite {
    private static final int MOST_LONELY_SECONDS = 300;

    private final String site;
    private final SiteNow now;
    private final InstantSource clock;
    private final Map<Scope, Stream> streams = new HashMap<>();
    private boolean hasNews;

    LiveSite(House house, InstantSource clock) {
        site = house.site();
        now = new SiteNow(house);
        this.clock = clock;
    }

    void apply(House house, Mail mail) {
        now.apply(house, mail);
        hasNews = !streams.isEmpty();
        if (!hasNews) {
            now.changes(); // nobody to tell: the first who comes is shown it, as what was so before a restart
        }
    }

    /** Tells all viewers what has come since the last time. */
    void tell() {
        if (hasNews) {
            hasNews = false;
            SiteNow.Changes changes = now.changes();
            streams.values().forEach(stream -> stream.tell(changes));
        }
    }

    SiteNow now() {
        return now;
    }

    /** {@code onlyMeters}: whether alarms of doors are not for these viewers. */
    private record Scope(Set<Topic> topics, boolean onlyMeters) {}

    Stream stream(Set<Topic> topics, Role role) {
        Scope scope = new Scope(Set.copyOf(topics), topics.contains(Topic.ALARMS) && role == Role.ENERGY);
        return streams.computeIfAbsent(scope, key -> new Stream(site, key.topics(), key.onlyMeters(), now, clock));
    }

    /** Called once a second. A stream that nobody has watched for a while is forgotten. */
    void second() {
        streams.values().forEach(Stream::second);
        streams.values().removeIf(stream -> stream.lonelySeconds() > MOST_LONELY_SECONDS);
    }
}
