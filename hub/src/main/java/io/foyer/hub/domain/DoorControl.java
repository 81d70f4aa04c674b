package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.AccessRequest;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.ContactExpiry;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.DoorPassage;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.access.RuleBook;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The doors of a site, and the people who pass them. */
public final class DoorControl {
    private final Doorkeeper doorkeeper;
    private final Passages passages;
    private final RuleBook rules;
    private final SwipeControl swipes;
    private final DoorDirectives directives = new DoorDirectives();
    private final ContactExpiry contacts;
    private final OwedChanges owed;
    private SiteDefinition definition;

    DoorControl(SiteDefinition definition, Doorkeeper doorkeeper, Alarms alarms) {
        this.definition = definition;
        this.doorkeeper = doorkeeper;
        this.passages = new Passages(doorkeeper);
        this.contacts = new ContactExpiry(definition, doorkeeper);
        this.owed = new OwedChanges(doorkeeper);
        this.rules = new RuleBook(doorkeeper);
        this.swipes = new SwipeControl(definition, rules, passages, alarms, owed);
    }

    void moveTo(SiteDefinition changed, Instant now, Effects effects) {
        definition = changed;
        doorkeeper.moveTo(changed);
        swipes.moveTo(changed);
        directives.moveTo(changed);
        contacts.moveTo(changed, now, effects);
        kept(effects);
    }

    Doorkeeper doorkeeper() {
        return doorkeeper;
    }

    SwipeControl swipes() {
        return swipes;
    }

    /**
     * Drops the owed changes that these effects replace. The store now gets these effects, and the owed changes are
     * older.
     */
    void kept(Effects effects) {
        owed.kept(effects.changes());
    }

    /** Gives the changes that answers made while the hub could keep nothing. The caller keeps them now. */
    public Effects settle() {
        Effects effects = new Effects();
        effects.keep(owed.settle());
        return effects;
    }

    /** The passages since the last call, those of answers that the hub could not keep included. */
    List<DoorPassage> takePassed() {
        return passages.takePassed();
    }

    void contact(Device device, MessageStamp stamp, Timing timing, Message.ContactReport message, Effects effects) {
        Door door = device.door() == null ? null : definition.doors().get(device.door());
        if (door == null) {
            return;
        }
        if (!timing.history()) {
            passages.told(
                    door,
                    DoorContact.told(door.id(), device.id(), message.open(), timing.here(), stamp.arrived()),
                    effects);
            contacts.told(door.id(), device.id());
        } else if (stamp.at() != null) {
            contacts.late(door.id(), device, message.open(), timing.here(), effects);
        }
        kept(effects);
    }

    void status(Device device, boolean online, Instant at, Effects effects) {
        contacts.status(device, online, at, effects);
        kept(effects);
    }

    void connected(Device device, Instant now, Effects effects) {
        directives.connected(device, now);
        contacts.connected(device, now, effects);
        kept(effects);
    }

    void gone(Device device, Disconnection ending, Instant now, Effects effects) {
        switch (ending) {
            case LOSS -> contacts.lost(device, now, effects);
            case GOODBYE -> contacts.asleep(device, now, effects);
            case HANG_UP -> contacts.hungUp(device, now);
        }
        kept(effects);
    }

    /** When {@link #tick} has work next; null for never. */
    @Nullable Instant due() {
        return Deadlines.earliest(passages.due(), Deadlines.earliest(contacts.due(), directives.due(doorkeeper)));
    }

    /** True where {@link #settle} has changes to give. */
    public boolean owes() {
        return !owed.isEmpty();
    }

    void tick(Instant now, Effects effects) {
        passages.tick(now, effects);
        contacts.tick(now, effects);
        kept(effects);
        directives.tell(definition, doorkeeper, null, null, now, effects);
    }

    /** Tells the devices at once after a person has changed one door or all doors. */
    public Effects tell(String by, @Nullable String door, Instant now) {
        Effects effects = new Effects();
        directives.tell(definition, doorkeeper, by, door, now, effects);
        return effects;
    }

    /**
     * Opens a door once, for some seconds, at the command of a person. All devices of the door get the order; the order
     * is good until {@code expiresAt}.
     */
    public Effects unlock(String by, String door, int seconds, Instant expiresAt) {
        Effects effects = new Effects();
        Door opens = definition.doors().get(door);
        if (opens != null) {
            passages.mayOpen(opens, expiresAt.plusSeconds(seconds), effects);
            kept(effects);
        }
        definition
                .devicesAt(door)
                .forEach(device ->
                        effects.order(new DoorOrder.UnlockOrder(device.id(), null, by, door, seconds, expiresAt)));
        return effects;
    }

    /** Restores the doors after a restart. */
    public void restore(AccessState state, Instant now) {
        doorkeeper.restore(state);
        contacts.restore(now);
    }

    /** How a door would decide about a person without a PIN. */
    public Explanation explain(
            Credential.CredentialKey credential,
            @Nullable QrPass pass,
            @Nullable Door door,
            Direction direction,
            Instant at) {
        return rules.explain(new AccessRequest(
                door,
                direction,
                credential,
                null,
                pass,
                at,
                LocalDateTime.ofInstant(at, definition.timeZone()),
                Duration.ZERO));
    }
}
