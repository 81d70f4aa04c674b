package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.Member.Duty;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who belongs to a house: the same people whatever the seed, so that every simulation finds the hub that one demo filled. */
public final class Members {
    /** Of 300 places: how many hold which plan. Plans that the site file has not are nobody's. */
    private static final Map<String, Integer> OF_300 = new LinkedHashMap<>();

    private static final Map<String, Double> COMES = Map.ofEntries(
            Map.entry("office", 0.82),
            Map.entry("fixed-desk", 0.78),
            Map.entry("hot-desk", 0.58),
            Map.entry("year", 0.5),
            Map.entry("quarter", 0.5),
            Map.entry("month", 0.55),
            Map.entry("week", 0.6),
            Map.entry("day", 0.3),
            Map.entry("ten-visits", 0.2),
            Map.entry("virtual", 0.06));

    private static final List<Duty> DUTIES = List.of(
            Duty.NIGHT_GUARD,
            Duty.EVENING_GUARD,
            Duty.RECEPTION,
            Duty.RECEPTION,
            Duty.BARISTA,
            Duty.BARISTA,
            Duty.CLEANER,
            Duty.CLEANER,
            Duty.ENGINEER,
            Duty.MANAGER);

    static {
        OF_300.put("staff", 10);
        OF_300.put("office", 38);
        OF_300.put("fixed-desk", 54);
        OF_300.put("hot-desk", 50);
        OF_300.put("year", 18);
        OF_300.put("quarter", 16);
        OF_300.put("month", 30);
        OF_300.put("week", 10);
        OF_300.put("day", 8);
        OF_300.put("ten-visits", 10);
        OF_300.put("virtual", 14);
        OF_300.put("summer", 2);
    }

    private final Space space;
    private final List<Member> members = new ArrayList<>();

    private Members(Space space) {
        this.space = space;
    }

    public static List<Member> of(Space space) {
        Members house = new Members(space);
        OF_300.forEach((plan, share) -> {
            int count = Math.round(share * space.capacity() / 300f);
            if (space.plans().containsKey(plan)) {
                house.add(plan, count);
            }
        });
        return List.copyOf(house.members);
    }

    private void add(String plan, int count) {
        List<String> places = places(plan);
        for (int i = 0; i < count; i++) {
            int number = members.size() + 1;
            Chance chance = Chance.of(0, "member", number);
            String zone = places.isEmpty() ? null : places.get(i % places.size());
            Duty duty = plan.equals("staff") ? DUTIES.get(i % DUTIES.size()) : Duty.GUEST;
            int arrives = Hours.arrives(duty, i, chance);
            members.add(new Member(
                    number,
                    String.format("m-%03d", number),
                    Names.person(chance),
                    company(plan, zone, chance),
                    plan,
                    zone,
                    String.format("04%02X%06X", number & 0xFF, chance.between(0, 0xFFFFFF)),
                    duty,
                    arrives,
                    Hours.leaves(duty, i, arrives, chance),
                    duty.isStaff() ? 1 : COMES.getOrDefault(plan, 0.0)));
        }
    }

    /** One entry a place that a membership of the plan may own; an office keeps one place for a guest. */
    private List<String> places(String plan) {
        List<String> places = new ArrayList<>();
        if (plan.equals("office")) {
            space.ofKind("office").forEach(office -> fill(places, office, office.capacity() - 1));
        } else if (plan.equals("fixed-desk")) {
            space.ofKind("fixed-desks").forEach(desks -> fill(places, desks, desks.capacity() * 27 / 32));
        }
        return places;
    }

    private static void fill(List<String> places, Zone zone, int count) {
        for (int i = 0; i < count; i++) {
            places.add(zone.id());
        }
    }

    private static @Nullable String company(String plan, @Nullable String zone, Chance chance) {
        if (plan.equals("staff")) {
            return "港湾社";
        }
        if (plan.equals("office") && zone != null) {
            return Names.company(Chance.of(0, "office", zone));
        }
        return chance.happens(0.5) ? Names.company(chance) : null;
    }
}
