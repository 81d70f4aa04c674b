package io.foyer.hub.domain.baseline;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a meter's use depends on, seldom changes, and no sensor tells: the static factors of IPMVP (Efficiency Valuation
 * Organization, Core Concepts, 2022). After a change, what was learned before tells nothing. A tariff is no such factor:
 * it changes what use costs. Nor is a register that starts at zero again: it goes on measuring the same.
 */
public enum StaticFactor {
    /** The register went on from a level that nothing explains: another meter, another unit or another circuit. */
    REGISTER("表计读数", "the register"),
    /** The meter upstream. */
    PARENT("上级表计", "the meter upstream"),
    ZONE("所在区域", "the zone"),
    SYSTEM("用途", "the system"),
    /** The area of its zone in m². */
    AREA("面积（m²）", "the area in m²"),
    /** The first opening and the last closing of each day of the week, over all schedules of the site. */
    OPENING_HOURS("开放时间", "the opening hours");

    private final String zh;
    private final String en;

    StaticFactor(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** In the middle of a sentence. */
    public BilingualText title() {
        return new BilingualText(zh, en);
    }

    /** What the site file says of a meter, as texts that can be compared; nothing of {@link #REGISTER}. */
    public static Map<StaticFactor, String> of(SiteDefinition site, Meter meter) {
        Map<StaticFactor, String> factors = new EnumMap<>(StaticFactor.class);
        put(factors, PARENT, meter.parent());
        put(factors, ZONE, meter.zone());
        put(factors, SYSTEM, meter.system());
        Zone zone = site.zones().get(meter.zone());
        Double area = zone == null ? null : zone.areaM2();
        put(factors, AREA, area == null ? null : area.toString());
        put(factors, OPENING_HOURS, openingHours(site));
        return factors;
    }

    private static void put(Map<StaticFactor, String> factors, StaticFactor factor, @Nullable String value) {
        if (value != null) {
            factors.put(factor, value);
        }
    }

    private static @Nullable String openingHours(SiteDefinition site) {
        Map<DayOfWeek, int[]> days = new TreeMap<>();
        for (Schedule schedule : site.schedules().values()) {
            if (!schedule.id().equals(Schedule.ALWAYS.id())) {
                for (Schedule.OpenHours window : schedule.windows()) {
                    int from = minute(window.hours().from());
                    int until = minute(window.hours().until()) + (window.hours().isOvernight() ? 24 * 60 : 0);
                    window.days().forEach(day -> days.merge(day, new int[] {from, until}, StaticFactor::outer));
                }
            }
        }
        List<String> texts = new ArrayList<>();
        days.forEach(
                (day, hours) -> texts.add(day.name().substring(0, 3) + " " + clock(hours[0]) + "-" + clock(hours[1])));
        return texts.isEmpty() ? null : String.join(", ", texts);
    }

    private static int[] outer(int[] one, int[] other) {
        return new int[] {Math.min(one[0], other[0]), Math.max(one[1], other[1])};
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
