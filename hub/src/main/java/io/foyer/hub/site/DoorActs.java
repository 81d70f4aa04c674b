package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Order;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.house.Door;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes people's commands to doors ready. What shuts a door binds at once, what opens one when it is in the trail. */
final class DoorActs {
    private static final String LOCKDOWN = "lockdown";
    private static final String RELEASE = "release";

    private final Site site;
    private final UnderWay underWay;
    private final Clock clock;
    private final Consumer<Effects> take;

    DoorActs(Site site, UnderWay underWay, Clock clock, Consumer<Effects> take) {
        this.site = site;
        this.underWay = underWay;
        this.clock = clock;
        this.take = take;
    }

    /** Null where it is no command to a door. */
    @Nullable Ready of(Act act, String actor) {
        if (act instanceof Act.Unlock unlock) {
            return unlock(unlock, actor);
        }
        if (act instanceof Act.SetDoor set) {
            return set(set, actor);
        }
        if (act instanceof Act.ResumeDoor resume) {
            return resume(resume, actor);
        }
        if (act instanceof Act.LockDown down) {
            Lockdown lockdown = new Lockdown(clock.instant(), actor, down.reason());
            return lockdown("lockdown", down.reason(), lockdown, actor);
        }
        if (act instanceof Act.EndLockdown end) {
            return lockdown("end-lockdown", end.reason(), null, actor);
        }
        if (act instanceof Act.ReleaseDoors doors) {
            return release("release", doors.reason(), new Release(clock.instant(), actor, doors.reason()), actor);
        }
        return act instanceof Act.EndRelease end ? release("end-release", end.reason(), null, actor) : null;
    }

    /**
     * Whoever stands at the door is gone where the trail had it too late: then it stays shut. It does so too where another
     * door of its interlock was opened meanwhile.
     */
    private Ready unlock(Act.Unlock act, String actor) {
        Instant expiresAt = clock.instant().plus(Order.LASTS);
        Door door = Objects.requireNonNull(site.house().doors().get(act.door()), act.door());
        int seconds = act.seconds() == null ? door.unlockSeconds() : act.seconds();
        return new Ready(
                new Object(),
                door,
                "unlock",
                act.door(),
                act.reason(),
                List.of(),
                () -> {
                    if (clock.instant().isBefore(expiresAt)
                            && site.doorkeeper().interlocking(door, clock.instant()) == null) {
                        take.accept(site.entrances().unlock(actor, act.door(), seconds, expiresAt));
                    }
                },
                false);
    }

    private Ready set(Act.SetDoor act, String actor) {
        Instant now = clock.instant();
        DoorState state = new DoorState(
                act.door(),
                act.mode(),
                now,
                act.seconds() == null ? null : now.plusSeconds(act.seconds()),
                actor,
                act.reason());
        DoorState inForce = site.doorkeeper().doorState(act.door());
        boolean locks = act.mode() == DoorState.Mode.LOCKED;
        boolean opens = isLocked(inForce) && inForce != null && inForce.outlasts(state);
        return new Ready(
                        key(act.door()),
                        state,
                        locks ? "lock" : "hold-open",
                        act.door(),
                        act.reason(),
                        List.of(new Change.DoorIs(state)),
                        told(actor, act.door(), () -> site.doorkeeper().put(state)),
                        locks && !opens)
                .undoneBy(asBefore(actor, act.door(), inForce));
    }

    /** It shuts a door that is held open, and opens one that is locked, were it only until something under way. */
    private Ready resume(Act.ResumeDoor act, String actor) {
        String door = act.door();
        DoorState inForce = site.doorkeeper().doorState(door);
        boolean opens = isLocked(inForce) || isLocked(underWay.of(key(door), DoorState.class, inForce));
        return new Ready(
                        key(door),
                        null,
                        "resume",
                        door,
                        act.reason(),
                        List.of(new Change.DoorResumed(door)),
                        told(actor, door, () -> site.doorkeeper().resume(door)),
                        !opens)
                .undoneBy(asBefore(actor, door, inForce));
    }

    private Runnable asBefore(String actor, String door, @Nullable DoorState before) {
        Doorkeeper keeper = site.doorkeeper();
        return told(actor, door, before == null ? () -> keeper.resume(door) : () -> keeper.put(before));
    }

    private static boolean isLocked(@Nullable DoorState state) {
        return state != null && state.mode() == DoorState.Mode.LOCKED;
    }

    private Ready lockdown(String action, String reason, @Nullable Lockdown lockdown, String actor) {
        Doorkeeper keeper = site.doorkeeper();
        Lockdown before = keeper.lockdown();
        return new Ready(
                        LOCKDOWN,
                        null,
                        action,
                        site.house().site(),
                        reason,
                        List.of(new Change.LockdownIs(lockdown)),
                        told(actor, null, () -> keeper.lockDown(lockdown)),
                        lockdown != null)
                .undoneBy(told(actor, null, () -> keeper.lockDown(before)));
    }

    /** Nobody waits in a fire: it binds at once, whether it can be kept or not. Its end shuts doors, and does too. */
    private Ready release(String action, String reason, @Nullable Release release, String actor) {
        Release before = site.doorkeeper().release();
        return new Ready(
                        RELEASE,
                        null,
                        action,
                        site.house().site(),
                        reason,
                        List.of(new Change.ReleaseIs(release)),
                        told(actor, null, () -> site.doorkeeper().release(release)),
                        true)
                .undoneBy(told(actor, null, () -> site.doorkeeper().release(before)));
    }

    private static String key(String door) {
        return "door " + door;
    }

    private Runnable told(String actor, @Nullable String door, Runnable inMemory) {
        return () -> {
            inMemory.run();
            take.accept(site.entrances().tell(actor, door, clock.instant()));
        };
    }
}
