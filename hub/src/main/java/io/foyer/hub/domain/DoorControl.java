package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessRequest;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.ContactExpiry;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The doors of a site and those who pass them. */
public final class DoorControl {
    private final Doorkeeper doorkeeper;
    private final Passages passages;
    private final SwipeControl swipes;
    private final DoorDirectives signs = new DoorDirectives();
    private final ContactExpiry watch;
    private final AnswerMemory answered = new AnswerMemory();
    private final OwedChanges owed;
    private SiteDefinition house;

    DoorControl(SiteDefinition house, Doorkeeper doorkeeper, Alarms alarms) {
        this.house = house;
        this.doorkeeper = doorkeeper;
        this.passages = new Passages(doorkeeper);
        this.watch = new ContactExpiry(house, doorkeeper);
        this.swipes = new SwipeControl(doorkeeper, passages, alarms);
        this.owed = new OwedChanges(doorkeeper);
    }

    void moveTo(SiteDefinition changed, Instant now, Effects effects) {
        house = changed;
        doorkeeper.moveTo(changed);
        signs.moveTo(changed);
        watch.moveTo(changed, now, effects);
        kept(effects);
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    /** Decides a swipe; true where it was made just now, as far as anybody can tell. */
    boolean swipe(Device device, MessageStamp stamp, Timing timing, Message.CardSwipe swipe, Effects effects) {
        List<Change> before = answered.take(device.id(), stamp.id());
        if (before != null) {
            effects.keep(before);
            return false;
        }
        AccessReason reason = swipes.take(house, device, stamp, timing, swipe, effects);
        kept(effects);
        return reason != AccessReason.STALE_SWIPE;
    }

    /** These effects are kept: what is owed of the same is older. */
    void kept(Effects effects) {
        owed.kept(effects.changes());
    }

    /** Decides a swipe that cannot be kept now, once: where people are is owed, the event comes with the swipe again. */
    List<DoorOrder> answer(Device device, MessageStamp stamp, Timing timing, Message.CardSwipe swipe) {
        if (answered.has(device.id(), stamp.id())) {
            return List.of();
        }
        Effects effects = new Effects();
        swipes.take(house, device, stamp, timing, swipe, effects);
        answered.add(device.id(), stamp.id(), owed.owe(effects.changes()));
        return effects.orders();
    }

    /** What answers have changed that could not be kept then; to be kept now. */
    public Effects settle() {
        Effects effects = new Effects();
        effects.keep(owed.settle());
        return effects;
    }

    void contact(Device device, MessageStamp stamp, Timing timing, Message.ContactReport message, Effects effects) {
        Door door = device.door() == null ? null : house.doors().get(device.door());
        if (door == null) {
            return;
        }
        if (!timing.history()) {
            passages.told(
                    door,
                    DoorContact.told(door.id(), device.id(), message.open(), timing.here(), stamp.arrived()),
                    effects);
            watch.told(door.id(), device.id());
        } else if (stamp.at() != null) {
            watch.late(door.id(), device, message.open(), timing.here(), effects);
        }
        kept(effects);
    }

    void status(Device device, boolean online, Instant at, Effects effects) {
        watch.status(device, online, at, effects);
        kept(effects);
    }

    void connected(Device device, Instant now, Effects effects) {
        signs.connected(device, now);
        watch.connected(device, now, effects);
        kept(effects);
    }

    void gone(Device device, Disconnection ending, Instant now, Effects effects) {
        switch (ending) {
            case LOSS -> watch.lost(device, now, effects);
            case GOODBYE -> watch.asleep(device, now, effects);
            case HANG_UP -> watch.hungUp(device, now);
        }
        kept(effects);
    }

    /** When {@link #tick} has something to do next; null: never. */
    @Nullable Instant due() {
        return Deadlines.earliest(passages.due(), Deadlines.earliest(watch.due(), signs.due(doorkeeper)));
    }

    /** True where {@link #settle} has something to give. */
    public boolean owes() {
        return !owed.isEmpty();
    }

    void tick(Instant now, Effects effects) {
        passages.tick(now, effects);
        watch.tick(now, effects);
        kept(effects);
        signs.tell(house, doorkeeper, null, null, now, effects);
    }

    /** A person has changed how doors stand, or how one does: their devices are told at once. */
    public Effects tell(String by, @Nullable String door, Instant now) {
        Effects effects = new Effects();
        signs.tell(house, doorkeeper, by, door, now, effects);
        return effects;
    }

    /** A person opens a door once, for so many seconds: all its devices are told, and obey until {@code expiresAt}. */
    public Effects unlock(String by, String door, int seconds, Instant expiresAt) {
        Effects effects = new Effects();
        Door opens = house.doors().get(door);
        if (opens != null) {
            passages.mayOpen(opens, expiresAt.plusSeconds(seconds), effects);
            kept(effects);
        }
        house.devicesAt(door)
                .forEach(device ->
                        effects.order(new DoorOrder.UnlockOrder(device.id(), null, by, door, seconds, expiresAt)));
        return effects;
    }

    /** Brings the doors back as they were before a restart. */
    public void restore(AccessState state, Instant now) {
        doorkeeper.restore(state);
        watch.restore(now);
    }

    /** What a door would say to somebody who comes or goes without a PIN. */
    public Explanation explain(
            Credential.CredentialKey credential,
            @Nullable QrPass pass,
            @Nullable Door door,
            Direction direction,
            Instant at) {
        return doorkeeper.explain(new AccessRequest(
                door,
                direction,
                credential,
                null,
                pass,
                at,
                LocalDateTime.ofInstant(at, house.timeZone()),
                Duration.ZERO));
    }
}
