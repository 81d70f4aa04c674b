package io.foyer.hub.domain.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The members with their teams, and the memberships that each member holds. */
final class Members {
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Set<String>> teams = new HashMap<>();
    private final Map<String, Membership> memberships = new HashMap<>();
    private final Map<String, Map<String, Membership>> byMember = new HashMap<>();
    private final Map<String, Map<String, Membership>> byCompany = new HashMap<>();

    void put(Member member) {
        leaveTeam(members.put(member.id(), member));
        if (member.company() != null) {
            teams.computeIfAbsent(member.company(), company -> new HashSet<>()).add(member.id());
        }
    }

    private void leaveTeam(@Nullable Member before) {
        if (before != null && before.company() != null) {
            teams.computeIfPresent(before.company(), (company, team) -> {
                team.remove(before.id());
                return team.isEmpty() ? null : team;
            });
        }
    }

    void put(Membership membership) {
        end(membership.id());
        memberships.put(membership.id(), membership);
        byMember.computeIfAbsent(membership.member(), id -> new LinkedHashMap<>())
                .put(membership.id(), membership);
        if (membership.company() != null) {
            byCompany
                    .computeIfAbsent(membership.company(), id -> new LinkedHashMap<>())
                    .put(membership.id(), membership);
        }
    }

    void end(String id) {
        Membership before = memberships.remove(id);
        if (before != null) {
            leave(byMember, before.member(), id);
            if (before.company() != null) {
                leave(byCompany, before.company(), id);
            }
        }
    }

    private static void leave(Map<String, Map<String, Membership>> holders, String holder, String id) {
        holders.computeIfPresent(holder, (same, held) -> {
            held.remove(id);
            return held.isEmpty() ? null : held;
        });
    }

    /** Forgets a member and the memberships of this member. Returns the ids of these memberships. */
    List<String> erase(String member) {
        leaveTeam(members.remove(member));
        List<String> held = List.copyOf(byMember.getOrDefault(member, Map.of()).keySet());
        held.forEach(this::end);
        return held;
    }

    @Nullable Member member(String id) {
        return members.get(id);
    }

    boolean knows(String member) {
        return members.containsKey(member);
    }

    @Nullable Member get(String member) {
        return members.get(member);
    }

    boolean isExempt(String member, String rule) {
        Member known = members.get(member);
        return known != null && known.exempt().contains(rule);
    }

    Set<String> team(String company) {
        return teams.getOrDefault(company, Set.of());
    }

    @Nullable Membership membership(String id) {
        return memberships.get(id);
    }

    /** The memberships of a member, and the shared memberships of the member's company. */
    Iterable<Membership> heldBy(String member, Predicate<Membership> shared) {
        Map<String, Membership> own = byMember.getOrDefault(member, Map.of());
        Member holder = members.get(member);
        if (holder == null || holder.company() == null || !byCompany.containsKey(holder.company())) {
            return own.values();
        }
        Map<String, Membership> held = new LinkedHashMap<>(own);
        byCompany.getOrDefault(holder.company(), Map.of()).forEach((id, membership) -> {
            if (shared.test(membership)) {
                held.put(id, membership);
            }
        });
        return held.values();
    }
}
