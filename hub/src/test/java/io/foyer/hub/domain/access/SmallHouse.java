package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A house of a few doors and plans for the tests of the rules. */
final class SmallHouse {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Schedule WORKDAYS = new Schedule(
            "workdays",
            List.of(new Schedule.OpenHours(
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY),
                    LocalTime.of(8, 30),
                    LocalTime.of(20, 0))));
    private static final Schedule NIGHTS = new Schedule(
            "nights",
            List.of(new Schedule.OpenHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0))));

    private SmallHouse() {}

    static SiteDefinition definition() {
        return new SiteDefinition(
                "harbour",
                BilingualText.of("Harbour"),
                SHANGHAI,
                "CNY",
                SiteDefinition.byId(
                        List.of(zone("house", null), zone("f1", "house"), zone("lounge", "f1"), zone("f2", "house")),
                        Zone::id),
                SiteDefinition.byId(
                        List.of(
                                door("front", "outside", "f1", Door.DoorUse.SECURE, false),
                                door("lounge", "f1", "lounge", Door.DoorUse.SECURE, false),
                                door("upstairs", "f1", "f2", Door.DoorUse.SECURE, false),
                                door("broken", "outside", "f1", Door.DoorUse.DISABLED, false),
                                door("vault", "f1", "lounge", Door.DoorUse.SECURE, true)),
                        Door::id),
                Map.of(),
                Map.of(),
                Map.of(),
                SiteDefinition.byId(
                        List.of(
                                plan("f1", List.of("f1"), WORKDAYS, null, 0),
                                plan("all", List.of("house"), Schedule.ALWAYS, null, 0),
                                plan("night", List.of("f1"), NIGHTS, null, 0),
                                plan("day", List.of("f1"), Schedule.ALWAYS, Period.ofDays(1), 0),
                                plan("month", List.of("f1"), Schedule.ALWAYS, Period.ofMonths(1), 3)),
                        Plan::id));
    }

    private static Zone zone(String id, @Nullable String parent) {
        return new Zone(id, parent, "zone", BilingualText.of(id), null, null, null, null);
    }

    private static Door door(String id, String from, String to, Door.DoorUse mode, boolean pin) {
        return new Door(id, from, to, 5, mode, pin);
    }

    private static Plan plan(String id, List<String> zones, Schedule schedule, @Nullable Period validity, int grace) {
        return new Plan(id, BilingualText.of(id), zones, schedule, validity, grace);
    }
}
