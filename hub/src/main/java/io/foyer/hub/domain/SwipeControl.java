package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.AccessDecision;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessRequest;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.SiteDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** What a swipe comes to: an answer for the device while it is fresh, and an event for the trail always. */
final class SwipeControl {
    private final Doorkeeper doorkeeper;
    private final Passages passages;
    private final Alarms alarms;

    /** In the trail in place of a PIN. */
    private static final String HIDDEN = "****";

    SwipeControl(Doorkeeper doorkeeper, Passages passages, Alarms alarms) {
        this.doorkeeper = doorkeeper;
        this.passages = passages;
        this.alarms = alarms;
    }

    /** Decides, orders the door at once, and keeps the event. */
    AccessReason take(
            SiteDefinition house,
            Device device,
            MessageStamp stamp,
            Timing timing,
            Message.CardSwipe swipe,
            Effects effects) {
        Instant shown = timing.history()
                ? timing.at()
                : timing.age().isNegative() ? stamp.arrived() : stamp.arrived().minus(timing.age());
        Direction direction = swipe.direction() != null
                ? swipe.direction()
                : device.direction() == null ? Direction.IN : device.direction();
        Door door = device.door() == null ? null : house.doors().get(device.door());
        boolean decided = swipe.decided() != null;
        Duration age = decided
                ? Duration.ZERO
                : timing.history() ? DeviceClocks.LIVE.plus(timing.age().abs()) : timing.age();
        AccessRequest request = new AccessRequest(
                door,
                direction,
                new Credential.CredentialKey(swipe.type(), swipe.credential()),
                swipe.pin(),
                swipe.pass(),
                shown,
                LocalDateTime.ofInstant(shown, house.timeZone()),
                age);
        AccessDecision decision = doorkeeper.decide(request);
        AccessReason reason =
                swipe.decided() == null ? decision.reason() : byDevice(swipe.decided(), decision.reason());
        effects.keep(new Change.AccessRecord(new AccessEvent(
                stamp.at() == null || stamp.isAhead() ? stamp.arrived() : stamp.at(),
                stamp.arrived(),
                device.id(),
                device.door(),
                stamp.id(),
                swipe.type() == CredentialType.PIN ? HIDDEN : swipe.credential(),
                swipe.type(),
                decision.member(),
                direction,
                reason == AccessReason.GRANTED ? AccessOutcome.GRANTED : AccessOutcome.DENIED,
                reason)));
        if (swipe.decided() == AccessOutcome.GRANTED && door != null) {
            passages.passed(door, direction, decision, timing.at(), effects);
        }
        if (!decided && !timing.history()) {
            passages.decided(request, decision, stamp.arrived(), effects);
            if (decision.passedBack() && door != null) {
                effects.keep(new Change.AuditRecord(
                        stamp.arrived(), "foyer", "passed-back", String.valueOf(decision.person()), device.id()));
                effects.keep(new Change.AlarmUpdate(
                        alarms.happened(Alarm.AlarmKind.PASSED_BACK, door.id(), stamp.arrived())));
            }
            effects.order(
                    reason == AccessReason.GRANTED && door != null
                            ? new DoorOrder.UnlockOrder(
                                    device.id(),
                                    stamp.id(),
                                    door.id(),
                                    door.unlockSeconds(),
                                    stamp.arrived().plus(DoorOrder.LASTS))
                            : new DoorOrder.DenyOrder(device.id(), stamp.id(), reason));
        }
        return reason;
    }

    /** What the device did stands; the rules only say why it was right to refuse, where they know. */
    private static AccessReason byDevice(AccessOutcome decided, AccessReason byRules) {
        if (decided == AccessOutcome.GRANTED) {
            return AccessReason.GRANTED;
        }
        return byRules == AccessReason.GRANTED ? AccessReason.NO_RIGHT : byRules;
    }
}
