package io.foyer.hub.domain.access;

import io.foyer.hub.domain.Outcome;
import io.foyer.hub.domain.access.Explanation.Answer;
import io.foyer.hub.domain.house.House;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may pass, from memory. Knows the members, their memberships, credentials, bookings and visitors, and asks the rules in their
 * order for each membership that the credential's member holds; the membership that gets furthest speaks.
 */
public final class Doorkeeper {
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Map<String, Membership>> membershipsByMember = new HashMap<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final Map<Credential.Key, Credential> credentials = new HashMap<>();
    private final Bookings bookings = new Bookings();
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, DoorState> doorStates = new HashMap<>();
    private @Nullable Lockdown lockdown;
    private House house;

    public Doorkeeper(House house) {
        this.house = house;
    }

    /** The house has changed; people and rights stay. */
    public void moveTo(House changed) {
        house = changed;
    }

    public void put(Member member) {
        members.put(member.id(), member);
    }

    public void put(Membership membership) {
        Membership before = memberships.put(membership.id(), membership);
        if (before != null && !before.member().equals(membership.member())) {
            membershipsByMember.getOrDefault(before.member(), Map.of()).remove(membership.id());
        }
        membershipsByMember
                .computeIfAbsent(membership.member(), id -> new LinkedHashMap<>())
                .put(membership.id(), membership);
    }

    public void put(Credential credential) {
        credentials.put(credential.key(), credential);
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
        doorStates.put(state.door(), state);
    }

    /** A door is again as its site file has it. */
    public void resume(String door) {
        doorStates.remove(door);
    }

    /** Null ends it. */
    public void lockDown(@Nullable Lockdown because) {
        lockdown = because;
    }

    /** Forgets bookings and visits that ended before an instant. */
    public void forgetEndedBefore(Instant instant) {
        bookings.forgetEndedBefore(instant);
        visits.values().removeIf(visit -> visit.until().isBefore(instant));
    }

    /** Forgets the person and every right of theirs; whoever they expected as a visitor is expected no more. */
    public void erase(String member) {
        members.remove(member);
        membershipsByMember.getOrDefault(member, Map.of()).keySet().forEach(memberships::remove);
        membershipsByMember.remove(member);
        credentials.values().removeIf(credential -> credential.member().equals(member));
        bookings.erase(member);
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

    public Bookings bookings() {
        return bookings;
    }

    /** How a person has set a door, or null where it is as its site file has it. */
    public @Nullable DoorState doorState(String door) {
        return doorStates.get(door);
    }

    public @Nullable Lockdown lockdown() {
        return lockdown;
    }

    public @Nullable Visit visit(String id) {
        return visits.get(id);
    }

    public Decision decide(Request request) {
        Verdict verdict = judge(request);
        Credential credential = verdict.seen.credential();
        return new Decision(verdict.reason(), credential == null ? null : credential.member());
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

    private record Verdict(Rule.Case seen, int rule) {
        Reason reason() {
            return rule == Rule.ALL.size() ? Reason.GRANTED : Rule.ALL.get(rule).reason();
        }
    }

    private Verdict judge(Request request) {
        Credential credential = credential(request);
        Verdict best = null;
        if (credential != null) {
            for (Membership membership : membershipsByMember
                    .getOrDefault(credential.member(), Map.of())
                    .values()) {
                Rule.Case seen = new Rule.Case(
                        house,
                        request,
                        credential,
                        null,
                        membership,
                        house.plans().get(membership.plan()));
                Verdict verdict = new Verdict(seen, firstObjection(seen));
                if (best == null || verdict.rule > best.rule) {
                    best = verdict;
                }
            }
        }
        if (best == null) {
            Rule.Case alone = new Rule.Case(house, request, credential, visit(request.pass()), null, null);
            best = new Verdict(alone, firstObjection(alone));
        }
        return best;
    }

    /** The member's own, or the one that a member's pass stands for. */
    private @Nullable Credential credential(Request request) {
        return request.pass() instanceof Pass.OfMember pass && knows(pass.member())
                ? new Credential(request.credential(), pass.member(), false, pass.until())
                : credentials.get(request.credential());
    }

    private @Nullable Visit visit(@Nullable Pass pass) {
        if (pass instanceof Pass.OfVisit of) {
            Visit visit = visits.get(of.visit());
            return visit != null && visit.issued().equals(of.issued()) ? visit : null;
        }
        return null;
    }

    private static int firstObjection(Rule.Case seen) {
        for (int i = 0; i < Rule.ALL.size(); i++) {
            if (Rule.ALL.get(i).objects().test(seen)) {
                return i;
            }
        }
        return Rule.ALL.size();
    }
}
