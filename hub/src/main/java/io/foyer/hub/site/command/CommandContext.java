package io.foyer.hub.site.command;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.Repairs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What commands need of their site: how things are, how they will be, the time, and the way to the doors. */
public final class CommandContext {
    private final Site site;
    private final Clock clock;
    private final Consumer<Effects> outlet;
    private final PendingState pending = new PendingState();
    private final CredentialLookup credentials;
    private final BookingConflicts bookingConflicts;
    private final Entitlements entitlements;

    /**
     * The context of one site.
     *
     * @param outlet sends the orders of effects to the doors at once, and keeps and shows the rest
     */
    public CommandContext(Site site, Clock clock, Consumer<Effects> outlet) {
        this.site = site;
        this.clock = clock;
        this.outlet = outlet;
        this.credentials = new CredentialLookup(site.doorkeeper(), pending);
        this.bookingConflicts = new BookingConflicts(site, pending);
        this.entitlements = new Entitlements(site.doorkeeper());
    }

    Site site() {
        return site;
    }

    public SiteDefinition definition() {
        return site.definition();
    }

    public Doorkeeper doorkeeper() {
        return site.doorkeeper();
    }

    public Instant now() {
        return clock.instant();
    }

    public PendingState pending() {
        return pending;
    }

    public CredentialLookup credentials() {
        return credentials;
    }

    public BookingConflicts bookingConflicts() {
        return bookingConflicts;
    }

    Entitlements entitlements() {
        return entitlements;
    }

    /** A booking with all pending changes; null where it will not exist. */
    public @Nullable Booking booking(String id) {
        return pending.value(RecordKey.booking(id), doorkeeper().bookings().get(id));
    }

    /** A visit with all pending changes; null where it will not exist, as after somebody erases its host. */
    @Nullable Visit visit(String id) {
        Visit visit = pending.value(RecordKey.visit(id), doorkeeper().visit(id));
        return visit != null && doorkeeper().knows(visit.host()) ? visit : null;
    }

    /** The objection to a visit that does not exist; null where the visit exists. */
    @Nullable Reply missingVisit(String id) {
        return visit(id) == null ? new Reply.MissingThing("visit " + id) : null;
    }

    /** The repairs of a meter with all pending changes. */
    Repairs repairs(String meter) {
        Repairs pending =
                pending().value(RecordKey.repairs(meter), site.book(meter).repairs());
        return pending == null ? Repairs.NONE : pending;
    }

    /** How the repairs of a meter become others. */
    Transition<Repairs> repaired(String meter, Repairs changed, Change change) {
        return Transition.permission(
                RecordKey.repairs(meter),
                changed,
                List.of(change),
                () -> carryOut(site.repair(meter, changed)),
                () -> {});
    }

    /** Sends the orders of effects at once, and keeps the rest. */
    void carryOut(Effects effects) {
        outlet.accept(effects);
    }

    /** Changes the mode of doors in memory and tells the devices of {@code door}, or of all doors where null. */
    Runnable atDoors(String actor, @Nullable String door, Runnable inMemory) {
        return () -> {
            inMemory.run();
            carryOut(site.doors().tell(actor, door, now()));
        };
    }

    /** The rollback of a door to the override that was in force before, or to none where {@code before} is null. */
    Runnable backToOverride(String actor, String door, @Nullable DoorOverride before) {
        Doorkeeper keeper = doorkeeper();
        return atDoors(actor, door, before == null ? () -> keeper.resume(door) : () -> keeper.put(before));
    }
}
