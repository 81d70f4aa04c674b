package io.foyer.hub.store;

import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.AccessRequest;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Zone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A large place: 50,000 members with a membership or two and a card each, 500 doors, 10,000 people inside. */
final class Campus {
    static final int MEMBERS = 50_000;
    static final int DOORS = 500;
    private static final int ZONES = 100;
    private static final int INSIDE = 10_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private Campus() {}

    static SiteDefinition definition() {
        List<Zone> zones = new ArrayList<>();
        zones.add(new Zone("house", null, "house", BilingualText.of("House"), null, 60_000, null, null));
        for (int i = 0; i < ZONES; i++) {
            String parent = i < 10 ? "house" : "z" + i % 10;
            Zone.ZoneControl control = new Zone.ZoneControl(
                    i % 5 == 0, i % 7 == 0 ? Zone.AntiPassback.HARD : Zone.AntiPassback.OFF, null, i % 20 == 19);
            zones.add(new Zone("z" + i, parent, "zone", BilingualText.of("z" + i), null, 300, null, null, control));
        }
        List<Door> doors = new ArrayList<>();
        for (int i = 0; i < DOORS; i++) {
            String interlock = i % 50 < 2 ? "group" + i / 50 : null;
            doors.add(new Door(
                    "d" + i,
                    i % 10 == 0 ? "outside" : "house",
                    "z" + i % ZONES,
                    5,
                    Door.DoorUse.SECURE,
                    false,
                    true,
                    interlock,
                    null,
                    false,
                    Set.of()));
        }
        Schedule staffed = new Schedule(
                "staffed",
                List.of(new Schedule.OpenHours(
                        Set.of(DayOfWeek.values()), LocalTime.of(7, 0), LocalTime.of(22, 0))));
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<String> of = i % 2 == 0 ? List.of("house") : List.of("z" + i % 10, "z" + (i + 1) % 10, "z" + (10 + i));
            plans.add(new Plan(
                    "p" + i,
                    BilingualText.of("p" + i),
                    of,
                    i % 3 == 0 ? Schedule.ALWAYS : staffed,
                    i % 4 == 0 ? Period.ofMonths(1) : null,
                    3,
                    i % 5 == 4 ? 10 : null,
                    i == 19 ? 50 : null,
                    null));
        }
        return new SiteDefinition(
                "campus",
                BilingualText.of("Campus"),
                SHANGHAI,
                "CNY",
                SiteDefinition.byId(zones, Zone::id),
                SiteDefinition.byId(doors, Door::id),
                Map.of(),
                Map.of(),
                Map.of(),
                SiteDefinition.byId(plans, Plan::id));
    }

    static List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(new Member("m" + i, "Member " + i, i % 3 == 0 ? "company" + i % 2_000 : null, Set.of()));
        }
        return members;
    }

    static List<Membership> memberships() {
        Random random = new Random(1);
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            for (int held = 0; held <= i % 2; held++) {
                int plan = random.nextInt(20);
                memberships.add(new Membership(
                        "s" + i + "-" + held,
                        "m" + i,
                        "p" + plan,
                        TODAY.minusDays(random.nextInt(28)),
                        null,
                        Membership.MembershipStatus.ACTIVE,
                        null,
                        plan == 19 ? "company" + i % 2_000 : null));
            }
        }
        return memberships;
    }

    static List<Credential> credentials() {
        List<Credential> credentials = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            credentials.add(new Credential(key(i), "m" + i, false, null));
        }
        return credentials;
    }

    private static Credential.CredentialKey key(int member) {
        return Credential.CredentialKey.of(CredentialType.CARD, "04%08X%04X".formatted(member * 2_654_435_761L & 0xFFFFFFFFL, 0xBEEF));
    }

    static AccessState state() {
        Random random = new Random(2);
        Set<Whereabouts> inside = new HashSet<>();
        for (int i = 0; i < INSIDE; i++) {
            Instant since = TODAY.atTime(8, 0).plusSeconds(random.nextInt(7_000)).atZone(SHANGHAI).toInstant();
            inside.add(new Whereabouts("m" + i * 5, "z" + random.nextInt(ZONES), since, false, null));
        }
        return new AccessState(inside, Map.of(), Set.of(), Set.of(), Set.of(), null);
    }

    static Doorkeeper doorkeeper() {
        Doorkeeper keeper = new Doorkeeper(definition());
        members().forEach(keeper::put);
        memberships().forEach(keeper::put);
        credentials().forEach(keeper::put);
        keeper.restore(state());
        return keeper;
    }

    /** One in fifty is of a card that nobody has. */
    static AccessRequest[] requests(int number) {
        SiteDefinition definition = definition();
        Random random = new Random(3);
        AccessRequest[] requests = new AccessRequest[number];
        for (int i = 0; i < number; i++) {
            LocalDateTime local = TODAY.atTime(10, 0).plusSeconds(random.nextInt(10_000));
            requests[i] = new AccessRequest(
                    definition.doors().get("d" + random.nextInt(DOORS)),
                    random.nextInt(4) == 0 ? Direction.OUT : Direction.IN,
                    i % 50 == 0
                            ? new Credential.CredentialKey(CredentialType.CARD, "05%012X".formatted(random.nextLong() >>> 16))
                            : key(random.nextInt(MEMBERS)),
                    null,
                    local.atZone(SHANGHAI).toInstant(),
                    local,
                    Duration.ofMillis(20));
        }
        return requests;
    }
}
