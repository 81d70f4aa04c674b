package io.foyer.hub.web.live;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.live.Mailbox.FeedMail;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The newest state of one site, and a stream for each set of topics with viewers. */
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
            now.changes(); // no viewer yet; the first one's snapshot has these changes
        }
    }

    /** Tells all viewers the changes since the last call. */
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

    /** @param onlyMeters true where these viewers may not see alarms of doors */
    private record StreamScope(Set<LiveTopic> topics, boolean onlyMeters) {}

    LiveStream stream(Set<LiveTopic> topics, Role role) {
        StreamScope scope =
                new StreamScope(Set.copyOf(topics), topics.contains(LiveTopic.ALARMS) && role == Role.ENERGY);
        return streams.computeIfAbsent(scope, key -> new LiveStream(site, key.topics(), key.onlyMeters(), now, clock));
    }

    /** Forgets a stream that had no viewer for a while. Call this once a second. */
    void second() {
        streams.values().forEach(LiveStream::second);
        streams.values().removeIf(stream -> stream.lonelySeconds() > MOST_LONELY_SECONDS);
    }
}
