package io.foyer.hub.domain;

import io.foyer.hub.domain.Clocks.Timing;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Decision;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.access.Request;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** What a swipe comes to: an answer for the device while it is fresh, and an event for the trail always. */
final class Swipes {
    private final Doorkeeper doorkeeper;
    private final Passages passages;
    private final Alarms alarms;

    /** In the trail in place of a PIN. */
    private static final String HIDDEN = "****";

    Swipes(Doorkeeper doorkeeper, Passages passages, Alarms alarms) {
        this.doorkeeper = doorkeeper;
        this.passages = passages;
        this.alarms = alarms;
    }

    /** Decides, orders the door at once, and keeps the event. */
    Reason take(House house, Device device, Stamp stamp, Timing timing, Message.Swipe swipe, Effects effects) {
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
                : timing.history() ? Clocks.LIVE.plus(timing.age().abs()) : timing.age();
        Request request = new Request(
                door,
                direction,
                new Credential.Key(swipe.type(), swipe.credential()),
                swipe.pin(),
                swipe.pass(),
                shown,
                LocalDateTime.ofInstant(shown, house.timeZone()),
                age);
        Decision decision = doorkeeper.decide(request);
        Reason reason = swipe.decided() == null ? decision.reason() : byDevice(swipe.decided(), decision.reason());
        effects.keep(new Change.Decided(new AccessEvent(
                stamp.at() == null || stamp.isAhead() ? stamp.arrived() : stamp.at(),
                stamp.arrived(),
                device.id(),
                device.door(),
                stamp.id(),
                swipe.type() == CredentialType.PIN ? HIDDEN : swipe.credential(),
                swipe.type(),
                decision.member(),
                direction,
                reason == Reason.GRANTED ? Outcome.GRANTED : Outcome.DENIED,
                reason)));
        if (swipe.decided() == Outcome.GRANTED && door != null) {
            passages.passed(door, direction, decision, timing.at(), effects);
        }
        if (!decided && !timing.history()) {
            passages.decided(request, decision, stamp.arrived(), effects);
            if (decision.passedBack() && door != null) {
                effects.keep(new Change.Audited(
                        stamp.arrived(), "foyer", "passed-back", String.valueOf(decision.person()), device.id()));
                effects.keep(new Change.AlarmIs(alarms.happened(Alarm.Kind.PASSED_BACK, door.id(), stamp.arrived())));
            }
            effects.order(
                    reason == Reason.GRANTED && door != null
                            ? new Order.Unlock(
                                    device.id(),
                                    stamp.id(),
                                    door.id(),
                                    door.unlockSeconds(),
                                    stamp.arrived().plus(Order.LASTS))
                            : new Order.Deny(device.id(), stamp.id(), reason));
        }
        return reason;
    }

    /** What the device did stands; the rules only say why it was right to refuse, where they know. */
    private static Reason byDevice(Outcome decided, Reason byRules) {
        if (decided == Outcome.GRANTED) {
            return Reason.GRANTED;
        }
        return byRules == Reason.GRANTED ? Reason.NO_RIGHT : byRules;
    }
}
