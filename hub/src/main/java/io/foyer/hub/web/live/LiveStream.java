package io.foyer.hub.web.live;

import io.foyer.hub.web.live.SiteSnapshot.SnapshotChanges;
import io.foyer.hub.web.wire.AlarmEntry;
import io.foyer.hub.web.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the viewers of one site and topic set. The hub encodes every frame once. The sequence begins at the stream's
 * first millisecond since 1970, and there are 13 deltas a second at most. So the sequence is above the sequence of any
 * earlier stream of the same site and topics, also after a restart.
 */
final class LiveStream {
    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
    static final int KEPT_FRAMES = 600;
    private static final int KEPT_CHARACTERS = 1_000_000;
    private static final int SECONDS_BETWEEN_TICKS = 2;
    private static final String NOT_YET = Json.text(Instant.EPOCH);

    private final String site;
    private final Set<LiveTopic> topics;
    private final boolean onlyMeters;
    private final SiteSnapshot now;
    private final InstantSource clock;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final Deque<SentFrame> kept = new ArrayDeque<>();
    private final List<String> unsent = new ArrayList<>();
    private final ViewerMarks marks = new ViewerMarks();
    private int keptCharacters;
    private long seq;
    private long resumableFrom;
    private long told;
    private int quietSeconds;
    private int lonelySeconds;
    private @Nullable String snapshot;

    /**
     * A frame, and the sequence after it.
     *
     * @param number the number of the decision, or of the newest decision in a gap; 0 for a delta
     */
    private record SentFrame(long seq, long number, String text) {
        boolean isDelta() {
            return number == 0;
        }
    }

    /** @param onlyMeters true where these viewers may not see alarms of doors */
    LiveStream(String site, Set<LiveTopic> topics, boolean onlyMeters, SiteSnapshot now, InstantSource clock) {
        this.site = site;
        this.topics = Set.copyOf(topics);
        this.onlyMeters = onlyMeters;
        this.now = now;
        this.clock = clock;
        seq = clock.millis();
        resumableFrom = seq;
        marks.put(seq, now.numbers().last());
    }

    /** Tells viewers what has changed in these topics. */
    void tell(SnapshotChanges changes) {
        snapshot = null;
        if (changes.reshaped()) {
            startOver(changes);
            return;
        }
        boolean told = tellEvents(changes);
        var zones = of(LiveTopic.OCCUPANCY, changes.zones());
        var meters = of(LiveTopic.ENERGY, changes.meters());
        var doors = of(LiveTopic.DOORS, changes.doors());
        var alarms = AlarmEntry.ofRole(of(LiveTopic.ALARMS, changes.alarms()), onlyMeters);
        Boolean lockdown = changes.lockdown();
        if (told
                || lockdown != null
                || !zones.isEmpty()
                || !meters.isEmpty()
                || !doors.isEmpty()
                || !alarms.isEmpty()) {
            seq++;
            marks.put(seq, now.numbers().last());
            add(0, new LiveFrames.DeltaFrame(seq, clock.instant(), lockdown, zones, meters, doors, alarms));
            send();
        }
    }

    private <T> List<T> of(LiveTopic topic, List<T> entries) {
        return topics.contains(topic) ? entries : List.of();
    }

    /** True where there are decisions. Then a delta follows, even an empty one, so that its sequence covers them. */
    private boolean tellEvents(SnapshotChanges changes) {
        if (!topics.contains(LiveTopic.EVENTS)) {
            return false;
        }
        if (changes.missed() > 0) {
            told += changes.missed();
            add(changes.numbered().get(0) - 1, new LiveFrames.GapFrame(changes.missed()));
        }
        for (int i = 0; i < changes.events().size(); i++) {
            told++;
            long number = changes.numbered().get(i);
            add(number, new LiveFrames.EventFrame(changes.events().get(i), number));
        }
        return changes.missed() > 0 || !changes.events().isEmpty();
    }

    /** The site file has changed. A delta cannot say that an entry is gone, so every viewer gets all entries. */
    private void startOver(SnapshotChanges changes) {
        seq++;
        marks.put(seq, now.numbers().last());
        kept.clear();
        keptCharacters = 0;
        resumableFrom = seq;
        if (topics.contains(LiveTopic.EVENTS)) {
            told += changes.missed() + changes.events().size();
        }
        toEach(this::refresh);
    }

    private void add(long number, Object frame) {
        String text = Json.text(frame);
        unsent.add(text);
        kept.addLast(new SentFrame(seq, number, text));
        keptCharacters += text.length();
        while (kept.size() > KEPT_FRAMES || keptCharacters > KEPT_CHARACTERS) {
            SentFrame oldest = kept.removeFirst();
            keptCharacters -= oldest.text().length();
            resumableFrom = oldest.isDelta() ? oldest.seq() : oldest.seq() + 1;
        }
    }

    private void send() {
        quietSeconds = 0;
        send(unsent);
        unsent.clear();
    }

    private void send(List<String> frames) {
        try (EncodedFrames encoded = new EncodedFrames(frames)) {
            toEach(viewer -> viewer.send(encoded, told));
        }
    }

    /**
     * Lets a viewer in at its place. Where the place is no longer known, it gets a snapshot and the number of missed
     * decisions.
     */
    void join(Viewer viewer, ViewerPlace place) {
        Long since = place.since();
        Long number = place.number();
        viewers.add(viewer);
        viewer.begin(told, () -> refresh(viewer));
        if (since == null || since < resumableFrom || since > seq) {
            Long seen = number != null ? number : since == null ? null : (Long) marks.at(since);
            viewer.refresh(told, afresh(seen == null ? 0 : unseen(seen)));
            return;
        }
        List<String> missed = new ArrayList<>();
        boolean after = since == firstSeq();
        for (SentFrame sent : kept) {
            if (after && (sent.isDelta() || number == null || sent.number() > number)) {
                missed.add(sent.text());
            }
            after = after || (sent.isDelta() && sent.seq() == since);
        }
        missed.add(tick());
        viewer.refresh(told, missed);
    }

    /** The sequence before the oldest kept frame. */
    private long firstSeq() {
        SentFrame oldest = kept.peekFirst();
        return oldest == null ? seq : oldest.isDelta() ? oldest.seq() - 1 : oldest.seq();
    }

    /** Brings a viewer to the newest state, and says how many decisions it will never see. */
    private void refresh(Viewer viewer) {
        int shown = topics.contains(LiveTopic.EVENTS) ? now.events().size() : 0;
        viewer.refresh(told, afresh(told - viewer.told() - shown));
    }

    private List<String> afresh(long unseen) {
        return unseen > 0 ? List.of(snapshot(), Json.text(new LiveFrames.GapFrame(unseen))) : List.of(snapshot());
    }

    private long unseen(long number) {
        return topics.contains(LiveTopic.EVENTS)
                ? now.numbers().unseen(number, now.events().size())
                : 0;
    }

    /** Tells each viewer. A viewer that fails goes, and the others hear all the same. */
    private void toEach(Consumer<Viewer> telling) {
        for (Viewer viewer : List.copyOf(viewers)) {
            try {
                telling.accept(viewer);
            } catch (RuntimeException e) {
                log.warn("A viewer of {} failed and is closed: {}", site, e.toString());
                leave(viewer);
                viewer.close(1011, "something went wrong here");
            }
        }
    }

    void leave(Viewer viewer) {
        viewers.remove(viewer);
    }

    /** Sends a tick after a quiet time. Call this once a second. */
    void second() {
        lonelySeconds = viewers.isEmpty() ? lonelySeconds + 1 : 0;
        if (++quietSeconds >= SECONDS_BETWEEN_TICKS) {
            quietSeconds = 0;
            send(List.of(tick()));
        }
        toEach(Viewer::second);
    }

    int lonelySeconds() {
        return lonelySeconds;
    }

    private String tick() {
        return Json.text(new LiveFrames.TickFrame(seq, clock.instant()));
    }

    /** The snapshot. It is encoded once for all who come between two changes; each gets the time of its own frame. */
    private String snapshot() {
        if (snapshot == null) {
            snapshot = Json.text(LiveFrames.SnapshotFrame.of(site, seq, Instant.EPOCH, topics, onlyMeters, now));
        }
        int place = snapshot.indexOf(NOT_YET); // the frame's own time comes first in the frame
        return snapshot.substring(0, place) + Json.text(clock.instant()) + snapshot.substring(place + NOT_YET.length());
    }
}
