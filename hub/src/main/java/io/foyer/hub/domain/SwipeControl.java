package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.AccessDecision;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessRequest;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.RuleBook;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Answers swipes. The device hears the answer while the swipe is fresh. The trail holds an event of every swipe. */
final class SwipeControl {
    /** The trail holds this text in place of a PIN. */
    private static final String HIDDEN = "****";

    private final RuleBook rules;
    private final Passages passages;
    private final Alarms alarms;
    private final OwedChanges owed;
    private final AnswerMemory answered = new AnswerMemory();
    private SiteDefinition definition;

    SwipeControl(SiteDefinition definition, RuleBook rules, Passages passages, Alarms alarms, OwedChanges owed) {
        this.definition = definition;
        this.rules = rules;
        this.passages = passages;
        this.alarms = alarms;
        this.owed = owed;
    }

    void moveTo(SiteDefinition changed) {
        definition = changed;
    }

    /** Decides a swipe. Returns true where the person stands at the door now, as far as the hub can tell. */
    boolean swipe(Device device, MessageStamp stamp, Timing timing, Message.CardSwipe swipe, Effects effects) {
        List<Change> before = answered.remove(device.id(), stamp.id());
        if (before != null) {
            effects.keep(before);
            return false;
        }
        AccessReason reason = decide(device, stamp, timing, swipe, effects);
        owed.kept(effects.changes());
        return reason != AccessReason.STALE_SWIPE;
    }

    /**
     * Answers a swipe that the hub cannot keep now, once. The new place of the person is owed to the store. The event comes
     * when the device sends the swipe again.
     */
    List<DoorOrder> answer(Device device, MessageStamp stamp, Timing timing, Message.CardSwipe swipe) {
        if (answered.has(device.id(), stamp.id())) {
            return List.of();
        }
        Effects effects = new Effects();
        decide(device, stamp, timing, swipe, effects);
        answered.add(device.id(), stamp.id(), owed.owe(effects.changes()));
        return effects.orders();
    }

    private AccessReason decide(
            Device device, MessageStamp stamp, Timing timing, Message.CardSwipe swipe, Effects effects) {
        Instant shown = timing.history()
                ? timing.at()
                : timing.age().isNegative() ? stamp.arrived() : stamp.arrived().minus(timing.age());
        Direction direction = swipe.direction() != null
                ? swipe.direction()
                : device.direction() == null ? Direction.IN : device.direction();
        Door door = device.door() == null ? null : definition.doors().get(device.door());
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
                LocalDateTime.ofInstant(shown, definition.timeZone()),
                age);
        AccessDecision decision = rules.decide(request);
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
                effects.alarm(alarms.happened(Alarm.AlarmKind.PASSED_BACK, door.id(), stamp.arrived()));
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

    /** The decision of the device stands. The rules only give the reason of a refusal, where they know one. */
    private static AccessReason byDevice(AccessOutcome decided, AccessReason byRules) {
        if (decided == AccessOutcome.GRANTED) {
            return AccessReason.GRANTED;
        }
        return byRules == AccessReason.GRANTED ? AccessReason.NO_RIGHT : byRules;
    }
}
