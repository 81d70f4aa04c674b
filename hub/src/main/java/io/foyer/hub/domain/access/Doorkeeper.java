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
 * Who may pass, from memory: the members, their memberships, credentials, bookings and visitors, where they are, and how
 * the doors stand. Asking changes nothing: what a granted way leads to is {@link Passages}'s.
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

    /** The site file has changed. People and rights stay. */
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

    /** A person has set a door. */
    public void put(DoorOverride state) {
        doors.put(state);
    }

    public void resume(String door) {
        doors.resume(door);
    }

    /** Null ends it. */
    public void lockDown(@Nullable Lockdown because) {
        doors.lockdown(because);
    }

    /** Forgets bookings and visits that ended before an instant. */
    public void forgetEndedBefore(Instant instant) {
        bookings.forgetEndedBefore(instant);
        visits.values().removeIf(visit -> visit.until().isBefore(instant));
    }

    /** Forgets the person and every right of theirs; whoever they expected as a visitor is expected no more. */
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

    /** What somebody shows, however their reader writes it. */
    public @Nullable Credential shown(Credential.CredentialKey read) {
        return credentials.find(read);
    }

    /** Another registered credential that some reader might take for this one; null where there is none. */
    public @Nullable Credential clash(Credential.CredentialKey key) {
        return credentials.clash(key);
    }

    public Bookings bookings() {
        return bookings;
    }

    /** How a person has set a door, or null where it is as its site file has it. */
    public @Nullable DoorOverride doorState(String door) {
        return doors.state(door);
    }

    public @Nullable Visit visit(String id) {
        return visits.get(id);
    }

    Members members() {
        return members;
    }

    /** Or for nobody who has not booked it. */
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

    /** True where a membership that counts its days was used on one. */
    public boolean wasUsed(String membership, LocalDate day) {
        return daysUsed.has(membership, day);
    }

    DayUses daysUsed() {
        return daysUsed;
    }

    public DoorMode mode(Door door, Instant at) {
        return doors.mode(door, at);
    }

    /** When the mode of some door may be another; null: not before somebody does something. */
    public @Nullable Instant doorsDue() {
        return doors.due();
    }

    /** The doors whose mode may be another since this was last asked. */
    public List<Door> doorsDue(Instant now) {
        return doors.due(now);
    }

    /** The person by whose order a door stands as it does, or null. */
    public @Nullable String orderedBy(Door door, Instant at) {
        return doors.orderedBy(door, at);
    }

    /** Another door of its interlock that is open or may be opened just now, or null. */
    public @Nullable Door interlocking(Door door, Instant at) {
        return doors.interlocking(door, Direction.OUT, at);
    }

    /** What the contacts of a door say; null where none was ever heard. */
    public @Nullable DoorContact contact(String door) {
        return doors.contact(door);
    }

    public @Nullable Lockdown lockdown() {
        return doors.lockdown();
    }

    /** Lets every door stand open, or ends that with null. */
    public void release(@Nullable Release declared) {
        doors.release(declared);
    }

    public @Nullable Release release() {
        return doors.release();
    }

    public Whereabouts whereabouts(String person) {
        return presence.of(person);
    }

    /** Brings back what was so before a restart. */
    public void restore(AccessState accessState) {
        accessState.whereabouts().forEach(presence::put);
        accessState.daysUsed().forEach((membership, days) -> days.forEach(day -> daysUsed.add(membership, day)));
        accessState.attempts().forEach(attempts::put);
        accessState.doors().forEach(doors::put);
        accessState.contacts().forEach(doors.contacts()::put);
        doors.release(accessState.release());
    }

    /** All that a restart must bring back. */
    public AccessState accessState() {
        return AccessState.of(this);
    }
}
