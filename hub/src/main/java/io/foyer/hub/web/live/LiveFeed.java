package io.foyer.hub.web.live;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.ViewerFeed;
import io.foyer.hub.web.wire.LiveMeter;
import io.foyer.hub.web.wire.LiveZone;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The present state of every site, and its viewers. The sites' loop leaves changes in a mailbox. The people's loop
 * fetches them at once after a quiet time, and otherwise every {@link #MILLIS_BETWEEN_FRAMES} at most. So a viewer gets
 * 13 deltas a second at most, and of each entry the newest. Viewers get half of the loop's time at most. Only the
 * people's loop uses the methods, except {@link #show}.
 */
public final class LiveFeed implements ViewerFeed {
    static final long MILLIS_BETWEEN_FRAMES = 75;

    private final SiteDirectory directory;
    private final InstantSource clock;
    private final Mailbox mailbox = new Mailbox();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Map<String, SiteStreams> sites = new HashMap<>();
    /** The sites with changes that viewers have not heard of. */
    private final Set<SiteStreams> untold = new HashSet<>();

    private volatile @Nullable Context loop;
    private boolean resting;

    public LiveFeed(SiteDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Makes the loop of a context the people's loop. Earlier changes have waited for this. */
    public void start(Vertx vertx, Context context) {
        loop = context;
        vertx.setPeriodic(1_000, timer -> sites.values().forEach(SiteStreams::second));
        woken.set(true);
        fetch(vertx);
    }

    @Override
    public void show(String site, FeedFrame frame) {
        mailbox.put(site, frame);
        Context at = loop;
        if (at != null && woken.compareAndSet(false, true)) {
            at.runOnContext(woke -> {
                if (!resting) {
                    fetch(at.owner());
                }
            });
        }
    }

    private void fetch(Vertx vertx) {
        long began = System.nanoTime();
        woken.set(false);
        for (String site : mailbox.sites()) {
            directory.definition(site).ifPresent(this::newest);
        }
        untold.forEach(SiteStreams::tell);
        untold.clear();
        resting = true;
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        vertx.setTimer(Math.max(MILLIS_BETWEEN_FRAMES - took, took), rested -> {
            resting = false;
            if (woken.get()) {
                fetch(vertx);
            }
        });
    }

    /** The site with all changes that waited. Viewers hear of them at the next fetch. */
    private SiteStreams newest(SiteDefinition definition) {
        SiteStreams site = sites.computeIfAbsent(definition.site(), id -> new SiteStreams(definition, clock));
        mailbox.take(definition.site()).ifPresent(mail -> {
            site.apply(definition, mail);
            untold.add(site);
        });
        return site;
    }

    /** Every zone of a site as it is now; empty where there is no such site. */
    public List<LiveZone> zones(String site) {
        return now(site).map(SiteSnapshot::zones).orElse(List.of());
    }

    /** Every meter of a site as it is now; empty where there is no such site. */
    public List<LiveMeter> meters(String site) {
        return now(site).map(SiteSnapshot::meters).orElse(List.of());
    }

    private Optional<SiteSnapshot> now(String site) {
        return directory.definition(site).map(definition -> newest(definition).now());
    }

    /** The stream of a site and topic set, as a role may see it; empty where there is no such site. */
    Optional<LiveStream> stream(String site, Set<LiveTopic> topics, Role role) {
        return directory.definition(site).map(definition -> newest(definition).stream(topics, role));
    }
}
