package io.foyer.hub.domain.access;

import io.foyer.hub.domain.Outcome;
import io.foyer.hub.domain.access.Explanation.Answer;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass, from memory. Knows the members, their memberships, credentials, bookings and visitors,
 * and asks the rules in their
 * order for each membership that the credential's member holds; the membership that gets furthest speaks. Asking changes
 * nothing: what a granted way leads to is {@link Passages}'s.
 */
public final class Doorkeeper {
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Set<String>> teams = new HashMap<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final Map<String, Map<String, Membership>> membershipsByMember = new HashMap<>();
    private final Map<String, Map<String, Membership>> membershipsByCompany = new HashMap<>();
    private final Credentials credentials = new Credentials();
    private final Bookings bookings = new Bookings();
    private final Map<String, Visit> visits = new HashMap<>();
    private final DaysUsed daysUsed = new DaysUsed();
    private final Attempts attempts = new Attempts();
    private final Presence presence;
    private final Doors doors;
    private House house;

    public Doorkeeper(House house) {
        this.house = house;
        this.presence = new Presence(house);
        this.doors = new Doors(house);
    }

    /** The house has changed; people and rights stay. */
    public void moveTo(House changed) {
        house = changed;
        presence.moveTo(changed);
        doors.moveTo(changed);
    }

    public void put(Member member) {
        Member before = members.put(member.id(), member);
        if (before != null && before.company() != null) {
            leave(teams, before.company(), team -> team.remove(member.id()));
        }
        if (member.company() != null) {
            teams.computeIfAbsent(member.company(), company -> new HashSet<>()).add(member.id());
        }
    }

    private static <T> void leave(Map<String, T> groups, String name, java.util.function.Consumer<T> leaving) {
        T group = groups.get(name);
        if (group != null) {
            leaving.accept(group);
        }
    }

    public void put(Membership membership) {
        remove(memberships.put(membership.id(), membership));
        membershipsByMember
                .computeIfAbsent(membership.member(), id -> new LinkedHashMap<>())
                .put(membership.id(), membership);
        if (membership.company() != null) {
            membershipsByCompany
                    .computeIfAbsent(membership.company(), id -> new LinkedHashMap<>())
                    .put(membership.id(), membership);
        }
    }

    private void remove(@Nullable Membership before) {
        if (before != null) {
            leave(membershipsByMember, before.member(), held -> held.remove(before.id()));
            leave(membershipsByCompany, String.valueOf(before.company()), held -> held.remove(before.id()));
        }
    }

    public void put(Credential credential) {
        credentials.put(credential);
    }

    public void remove(Credential.Key key) {
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
    public void put(DoorState state) {
        doors.put(state);
    }

    /** A door is again as its site file has it. */
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
        Member before = members.remove(member);
        if (before != null && before.company() != null) {
            leave(teams, before.company(), team -> team.remove(member));
        }
        List.copyOf(membershipsByMember.getOrDefault(member, Map.of()).values()).forEach(membership -> {
            remove(memberships.remove(membership.id()));
            daysUsed.forget(membership.id());
        });
        membershipsByMember.remove(member);
        credentials.removeAll(member).forEach(key -> attempts.right(Attempts.credential(key), Instant.EPOCH));
        bookings.erase(member);
        presence.remove(member);
        visits.values().removeIf(visit -> visit.host().equals(member));
    }

    public boolean knows(String member) {
        return members.containsKey(member);
    }

    public @Nullable Membership membership(String id) {
        return memberships.get(id);
    }

    public @Nullable Credential credential(Credential.Key key) {
        return credentials.get(key);
    }

    /** What somebody shows, however their reader writes it. */
    public @Nullable Credential shown(Credential.Key read) {
        return credentials.find(read);
    }

    /** Another registered credential that some reader might take for this one; null where there is none. */
    public @Nullable Credential clash(Credential.Key key) {
        return credentials.clash(key);
    }

    public Bookings bookings() {
        return bookings;
    }

    /** How a person has set a door, or null where it is as its site file has it. */
    public @Nullable DoorState doorState(String door) {
        return doors.state(door);
    }

    public @Nullable Visit visit(String id) {
        return visits.get(id);
    }

    public Decision decide(Request request) {
        Verdict verdict = judge(request);
        Case seen = verdict.seen;
        boolean granted = verdict.reason() == Reason.GRANTED;
        return new Decision(
                verdict.reason(), seen.member(), seen.person(), seen.membership(), granted && seen.isNoted());
    }

    /** The same decision, told rule by rule. */
    public Explanation explain(Request request) {
        Verdict verdict = judge(request);
        List<Explanation.Step> steps = new ArrayList<>();
        for (int i = 0; i < Rule.ALL.size(); i++) {
            Answer answer = i < verdict.rule ? Answer.PASSES : i == verdict.rule ? Answer.OBJECTS : Answer.NOT_ASKED;
            Reason reason = Rule.ALL.get(i).reason();
            steps.add(new Explanation.Step(reason, answer, Words.of(reason)));
        }
        return new Explanation(
                verdict.reason() == Reason.GRANTED ? Outcome.GRANTED : Outcome.DENIED, verdict.reason(), steps);
    }

    private record Verdict(Case seen, int rule) {
        Reason reason() {
            return rule == Rule.ALL.size() ? Reason.GRANTED : Rule.ALL.get(rule).reason();
        }

        boolean isBetterThan(@Nullable Verdict other) {
            return other == null || rule > other.rule || (rule == other.rule && other.seen.costs() && !seen.costs());
        }
    }

    private Verdict judge(Request request) {
        Credential credential = credential(request);
        Verdict best = null;
        if (credential != null) {
            for (Membership membership : heldBy(credential.member())) {
                Case seen = new Case(
                        this,
                        request,
                        credential,
                        null,
                        membership,
                        house.plans().get(membership.plan()));
                Verdict verdict = new Verdict(seen, firstObjection(seen));
                if (verdict.isBetterThan(best)) {
                    best = verdict;
                }
            }
        }
        if (best == null) {
            Case alone = new Case(this, request, credential, visit(request.pass()), null, null);
            best = new Verdict(alone, firstObjection(alone));
        }
        return best;
    }

    /** A member's own memberships, and those that their company shares. */
    private Iterable<Membership> heldBy(String member) {
        Iterable<Membership> own =
                membershipsByMember.getOrDefault(member, Map.of()).values();
        Member holder = members.get(member);
        if (holder == null || holder.company() == null) {
            return own;
        }
        Map<String, Membership> held = new LinkedHashMap<>(membershipsByMember.getOrDefault(member, Map.of()));
        membershipsByCompany.getOrDefault(holder.company(), Map.of()).forEach((id, membership) -> {
            if (isShared(membership)) {
                held.put(id, membership);
            }
        });
        return held.values();
    }

    private boolean isShared(Membership membership) {
        return house.plans().containsKey(membership.plan())
                && house.plans().get(membership.plan()).headCount() != null;
    }

    /** The member's own, or the one that a member's pass stands for. */
    private @Nullable Credential credential(Request request) {
        return request.pass() instanceof Pass.OfMember pass && knows(pass.member())
                ? new Credential(request.credential(), pass.member(), false, pass.until())
                : credentials.find(request.credential());
    }

    private @Nullable Visit visit(@Nullable Pass pass) {
        if (pass instanceof Pass.OfVisit of) {
            Visit visit = visits.get(of.visit());
            return visit != null && visit.issued().equals(of.issued()) ? visit : null;
        }
        return null;
    }

    private static int firstObjection(Case seen) {
        for (int i = 0; i < Rule.ALL.size(); i++) {
            if (Rule.ALL.get(i).objectsTo(seen)) {
                return i;
            }
        }
        return Rule.ALL.size();
    }

    Set<String> team(String company) {
        return teams.getOrDefault(company, Set.of());
    }

    boolean isExempt(String member, String rule) {
        Member known = members.get(member);
        return known != null && known.exempt().contains(rule);
    }

    /** True where a zone is kept for others at an instant, or for nobody who has not booked it. */
    boolean isBookedForOthers(Zone zone, String member, Instant at) {
        List<Booking> now = bookings.of(new Booking.Place(zone.id(), null)).stream()
                .filter(booking -> booking.holds(at))
                .toList();
        return now.isEmpty()
                ? zone.control().bookingRequired()
                : now.stream().noneMatch(booking -> booking.members().contains(member));
    }

    House house() {
        return house;
    }

    Presence presence() {
        return presence;
    }

    Doors doors() {
        return doors;
    }

    Attempts attempts() {
        return attempts;
    }

    DaysUsed daysUsed() {
        return daysUsed;
    }

    /** How a door stands at an instant. */
    public DoorMode mode(io.foyer.hub.domain.house.Door door, Instant at) {
        return doors.mode(door, at);
    }

    public DoorActivity activity(String door) {
        return doors.of(door);
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

    /** Where somebody is by their swipes. */
    public Whereabouts whereabouts(String person) {
        return presence.of(person);
    }

    /** Brings back what was so before a restart. */
    public void restore(AccessState accessState) {
        accessState.whereabouts().forEach(presence::put);
        accessState.daysUsed().forEach((membership, days) -> days.forEach(day -> daysUsed.add(membership, day)));
        accessState.attempts().forEach(attempts::put);
        accessState.doors().forEach(doors::put);
        doors.release(accessState.release());
    }

    /** All that a restart must bring back. */
    public AccessState accessState() {
        Map<String, Set<java.time.LocalDate>> days = new HashMap<>();
        daysUsed.all().forEach((membership, used) -> days.put(membership, Set.copyOf(used)));
        return new AccessState(
                new HashSet<>(presence.all()),
                days,
                new HashSet<>(attempts.all()),
                new HashSet<>(doors.all()),
                doors.release());
    }
}
