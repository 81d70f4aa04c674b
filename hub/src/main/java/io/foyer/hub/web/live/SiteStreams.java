package io.foyer.hub.web.live;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.live.Mailbox.FeedMail;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One site's newest state, and a stream for each set of topics that somebody watches. */
final class SiteStreams {
    private static final int MOST_LONELY_SECONDS = 300;

    private final String site;
    private final SiteSnapshot now;
    private final InstantSource clock;
    private final Map<StreamScope, LiveStream> streams = new HashMap<>();
    private boolean hasNews;

    SiteStreams(SiteDefinition definition, InstantSource clock) {
        site = definition.site();
        now = new SiteSnapshot(definition);
        this.clock = clock;
    }

    void apply(SiteDefinition definition, FeedMail mail) {
        now.apply(definition, mail);
        hasNews = !streams.isEmpty();
        if (!hasNews) {
            now.changes(); // nobody to tell: the first who comes is shown it, as what was so before a restart
        }
    }

    /** Tells all viewers what has come since the last time. */
    void tell() {
        if (hasNews) {
            hasNews = false;
            SiteSnapshot.SnapshotChanges changes = now.changes();
            streams.values().forEach(stream -> stream.tell(changes));
        }
    }

    SiteSnapshot now() {
        return now;
    }

    /** {@code onlyMeters}: whether alarms of doors are not for these viewers. */
    private record StreamScope(Set<LiveTopic> topics, boolean onlyMeters) {}

    LiveStream stream(Set<LiveTopic> topics, Role role) {
        StreamScope scope =
                new StreamScope(Set.copyOf(topics), topics.contains(LiveTopic.ALARMS) && role == Role.ENERGY);
        return streams.computeIfAbsent(scope, key -> new LiveStream(site, key.topics(), key.onlyMeters(), now, clock));
    }

    /** Called once a second. A stream that nobody has watched for a while is forgotten. */
    void second() {
        streams.values().forEach(LiveStream::second);
        streams.values().removeIf(stream -> stream.lonelySeconds() > MOST_LONELY_SECONDS);
    }
}
