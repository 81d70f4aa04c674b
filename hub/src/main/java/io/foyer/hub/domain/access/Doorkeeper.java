package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass, from memory: the members, their memberships, credentials, bookings, visitors and places, and the state
 * of the doors. A question changes nothing; {@link Passages} applies what follows from a grant.
 */
public final class Doorkeeper {
    private final Members members = new Members();
    private final Credentials credentials = new Credentials();
    private final Bookings bookings = new Bookings();
    private final Map<String, Visit> visits = new HashMap<>();
    private final DayUses daysUsed = new DayUses();
    private final PinAttempts attempts = new PinAttempts();
    private final PeoplePresence presence;
    private final DoorStates doors;
    private SiteDefinition definition;

    public Doorkeeper(SiteDefinition definition) {
        this.definition = definition;
        this.presence = new PeoplePresence(definition);
        this.doors = new DoorStates(definition);
    }

    /** Takes a changed site file. People and rights stay. */
    public void moveTo(SiteDefinition changed) {
        definition = changed;
        presence.moveTo(changed);
        doors.moveTo(changed);
    }

    public void put(Member member) {
        members.put(member);
    }

    public void put(Membership membership) {
        members.put(membership);
    }

    public void removeMembership(String id) {
        members.end(id);
    }

    public void put(Credential credential) {
        credentials.put(credential);
    }

    public void remove(Credential.CredentialKey key) {
        credentials.remove(key);
    }

    public void put(Booking booking) {
        bookings.put(booking);
    }

    public void removeBooking(String id) {
        bookings.remove(id);
    }

    public void put(Visit visit) {
        visits.put(visit.id(), visit);
    }

    public void removeVisit(String id) {
        visits.remove(id);
    }

    /** Sets a door as a person orders. */
    public void put(DoorOverride state) {
        doors.put(state);
    }

    public void resume(String door) {
        doors.resume(door);
    }

    /** Starts a lockdown, or ends it with null. */
    public void lockDown(@Nullable Lockdown because) {
        doors.lockdown(because);
    }

    /** Forgets the bookings and visits that ended before an instant. */
    public void forgetEndedBefore(Instant instant) {
        bookings.forgetEndedBefore(instant);
        visits.values().removeIf(visit -> visit.until().isBefore(instant));
    }

    /** Forgets a person and all rights of that person. The visitors of that person are no longer expected. */
    public void erase(String member) {
        members.erase(member).forEach(daysUsed::forget);
        credentials.removeAll(member).forEach(key -> attempts.right(PinAttempts.credential(key), Instant.EPOCH));
        bookings.erase(member);
        visits.values().removeIf(visit -> visit.host().equals(member));
        presence.remove(member);
    }

    public boolean knows(String member) {
        return members.knows(member);
    }

    public @Nullable Member member(String id) {
        return members.get(id);
    }

    public @Nullable Membership membership(String id) {
        return members.membership(id);
    }

    public @Nullable Credential credential(Credential.CredentialKey key) {
        return credentials.get(key);
    }

    /** The credential that somebody shows, however the reader writes it. */
    public @Nullable Credential shown(Credential.CredentialKey read) {
        return credentials.find(read);
    }

    /** Another registered credential for which some reader might take this one; null where there is none. */
    public @Nullable Credential clash(Credential.CredentialKey key) {
        return credentials.clash(key);
    }

    public Bookings bookings() {
        return bookings;
    }

    /** The override that a person gave a door, or null where the door follows the site file. */
    public @Nullable DoorOverride doorState(String door) {
        return doors.state(door);
    }

    public @Nullable Visit visit(String id) {
        return visits.get(id);
    }

    Members members() {
        return members;
    }

    /** True where others have booked the zone, or where the zone needs a booking and nobody has one. */
    boolean isBookedForOthers(Zone zone, String member, Instant at) {
        return bookings.isForOthers(zone.id(), member, at, zone.control().bookingRequired());
    }

    SiteDefinition definition() {
        return definition;
    }

    PeoplePresence presence() {
        return presence;
    }

    DoorStates doors() {
        return doors;
    }

    PinAttempts attempts() {
        return attempts;
    }

    /** True where somebody used the membership on this day. Only memberships that count their days have such days. */
    public boolean wasUsed(String membership, LocalDate day) {
        return daysUsed.has(membership, day);
    }

    DayUses daysUsed() {
        return daysUsed;
    }

    public DoorMode mode(Door door, Instant at) {
        return doors.modes().mode(door, at);
    }

    /** When the mode of some door may change next; null where only a person can change one. */
    public @Nullable Instant doorsDue() {
        return doors.due();
    }

    /** The doors whose mode may have changed since the last call. */
    public List<Door> doorsDue(Instant now) {
        return doors.due(now);
    }

    /** The person whose order gives a door its mode, or null. */
    public @Nullable String orderedBy(Door door, Instant at) {
        return doors.modes().orderedBy(door, at);
    }

    /** Another door of the same interlock that is open or may open at any moment, or null. */
    public @Nullable Door interlocking(Door door, Instant at) {
        return doors.interlocks().interlocking(door, Direction.OUT, at);
    }

    /** The contacts of a door together; null where no contact ever reported. */
    public @Nullable DoorContact contact(String door) {
        return doors.contact(door);
    }

    public @Nullable Lockdown lockdown() {
        return doors.lockdown();
    }

    /** Holds every door open, or ends that with null. */
    public void release(@Nullable Release declared) {
        doors.release(declared);
    }

    public @Nullable Release release() {
        return doors.release();
    }

    public Whereabouts whereabouts(String person) {
        return presence.of(person);
    }

    /** Restores the state from before a restart. */
    public void restore(AccessState accessState) {
        accessState.whereabouts().forEach(presence::put);
        accessState.daysUsed().forEach((membership, days) -> days.forEach(day -> daysUsed.add(membership, day)));
        accessState.attempts().forEach(attempts::put);
        accessState.doors().forEach(doors::put);
        accessState.contacts().forEach(doors.contacts()::put);
        doors.release(accessState.release());
    }

    /** The state that a restart must restore. */
    public AccessState accessState() {
        return AccessState.of(this);
    }
}
