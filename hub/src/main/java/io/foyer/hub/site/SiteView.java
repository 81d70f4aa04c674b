package io.foyer.hub.site;

import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.MeterState;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.domain.time.Deadlines;
import io.foyer.hub.site.ViewerFeed.DoorView;
import io.foyer.hub.site.ViewerFeed.MeterView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the viewers of one site see: the changes that a commit has made durable, gathered over one turn of the loop. */
final class SiteView {
    private final Site site;
    private final ViewerFeed feed;
    private final Executor soon;
    private final Map<String, ZoneCount> zones = new LinkedHashMap<>();
    private final Set<String> meters = new LinkedHashSet<>();
    private final Set<String> doors = new LinkedHashSet<>();
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final List<AccessEvent> events = new ArrayList<>();
    private final Map<String, MeterView> shown = new HashMap<>();
    private final Map<String, DoorView> shownDoors = new HashMap<>();
    private final ShownChanges shownChanges = new ShownChanges();
    /** By meter: when its values change without a message, because a rate becomes too old or a day ends. */
    private final Deadlines<String> deadlines = new Deadlines<>();

    private boolean asked;
    private @Nullable Boolean shownLockdown;

    /** The changes of the trail that viewers see. */
    private final class ShownChanges extends ChangeAdapter {
        @Override
        public void decided(AccessEvent event) {
            events.add(event);
        }

        @Override
        public void alarm(Alarm alarm) {
            alarms.put(alarm.id(), alarm);
        }
    }

    SiteView(Site site, ViewerFeed feed, Executor soon) {
        this.site = site;
        this.feed = feed;
        this.soon = soon;
    }

    /** Shows effects that are durable. */
    void changed(Effects effects, Instant now) {
        effects.zones().forEach(zone -> zones.put(zone.zone(), zone));
        meters.addAll(effects.meters());
        doors.addAll(effects.doors());
        effects.changes().forEach(change -> change.accept(shownChanges));
        if (!(zones.isEmpty() && meters.isEmpty() && doors.isEmpty() && alarms.isEmpty() && events.isEmpty())) {
            ask(now);
        }
    }

    private void ask(Instant now) {
        if (!asked) {
            asked = true;
            soon.execute(() -> show(now));
        }
    }

    /** Shows everything, as at a start or after a reload. */
    void showAll(Instant now) {
        site.occupancy().all().forEach(zone -> zones.put(zone.zone(), zone));
        meters.addAll(site.definition().meters().keySet());
        doors.addAll(site.definition().doors().keySet());
        shown.clear();
        shownDoors.clear();
        shownLockdown = null;
        ask(now);
    }

    /** Shows what happened before the start. */
    void begin(SiteMemory memory) {
        feed.show(
                site.definition().site(),
                new ViewerFeed.FeedFrame(List.of(), List.of(), List.of(), memory.alarms(), memory.events(), null));
    }

    /** When {@link #refresh} has work next; null for never. */
    @Nullable Instant due() {
        return deadlines.next();
    }

    /** Shows the meters whose values time has changed. */
    void refresh(Instant now) {
        if (meters.addAll(deadlines.removeDue(now))) {
            ask(now);
        }
    }

    private void show(Instant now) {
        asked = false;
        List<MeterView> changed = meters.stream()
                .filter(site.definition().meters()::containsKey)
                .map(meter -> now(meter, now))
                .filter(meter -> !meter.equals(shown.put(meter.meter(), meter)))
                .toList();
        List<DoorView> atDoors = doors.stream()
                .map(site.definition().doors()::get)
                .filter(Objects::nonNull)
                .map(door -> now(door, now))
                .filter(door -> !door.equals(shownDoors.put(door.door(), door)))
                .toList();
        Boolean lockdown = site.doorkeeper().lockdown() != null;
        boolean isSameLockdown = lockdown.equals(shownLockdown);
        shownLockdown = lockdown;
        if (!(zones.isEmpty()
                && changed.isEmpty()
                && atDoors.isEmpty()
                && alarms.isEmpty()
                && events.isEmpty()
                && isSameLockdown)) {
            feed.show(
                    site.definition().site(),
                    new ViewerFeed.FeedFrame(
                            List.copyOf(zones.values()),
                            changed,
                            atDoors,
                            List.copyOf(alarms.values()),
                            events,
                            isSameLockdown ? null : lockdown));
        }
        zones.clear();
        meters.clear();
        doors.clear();
        alarms.clear();
        events.clear();
    }

    private MeterView now(String meter, Instant now) {
        MeterBook book = site.book(meter);
        deadlines.set(meter, book.changesAt(now));
        MeterState shows = book.now(now);
        return new MeterView(meter, shows.rate(), shows.today(), shows.asOf());
    }

    private DoorView now(Door door, Instant now) {
        DoorContact contact = site.doorkeeper().contact(door.id());
        return new DoorView(
                door.id(),
                Code.of(site.doorkeeper().mode(door, now)),
                contact == null ? null : contact.open(),
                contact == null ? null : contact.asOf());
    }
}
