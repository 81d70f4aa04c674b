package io.foyer.hub.domain;

import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.energy.SteadyFlow;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds leaks of water: a flow that does not stop for three hours of the night and is more than the people there explain,
 * or for two hours in which nobody was in the meter's zone. A tap, a cistern and a machine stop in between. The alarm ends
 * after the first quarter-hour without a flow.
 */
public final class LeakAlarms {
    /** ml in a quarter-hour. Meters with a pulse a litre and a drop through a worn seal stay below. */
    static final long LEAST = 1_000;

    /** ml that a person may use in a quarter-hour, on the mean. */
    static final long A_PERSON = 2_500;

    private static final int NIGHT_ENDS = 6;
    private static final int QUARTERS_AT_NIGHT = 12;
    private static final int QUARTERS_WHILE_EMPTY = 8;
    private static final double AN_HOUR = 4 / 1e6;

    private final Alarms alarms;
    private final Set<String> standing = new HashSet<>();
    private final Map<String, Instant> emptySince = new HashMap<>();

    LeakAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    /** The alarms of before a restart go on until a quarter-hour without a flow. */
    public void restore() {
        standing.addAll(alarms.goingOn(AlarmKind.WATER_LEAK));
    }

    /** A live reading of an instant has come. */
    void heard(SiteDefinition site, String id, MeterBook book, Occupancy occupancy, Instant at, Effects effects) {
        Meter meter = site.meters().get(id);
        if (meter == null || meter.medium() != Meter.Medium.WATER) {
            return;
        }
        Integer people = people(occupancy, meter.zone());
        Instant empty = emptySince(id, people, at);
        Instant until = Quarters.startOf(at);
        if (standing.contains(id)) {
            Quarter last = book.recent().get(until.minus(Quarters.LENGTH));
            if (last != null && last.quantity() < LEAST) {
                end(id, at, effects);
            }
            return;
        }
        ZoneId zone = site.timeZone();
        SteadyFlow night = atNight(book, until, people == null ? 0 : people, zone);
        if (night != null && night.quarters() >= QUARTERS_AT_NIGHT) {
            begin(meter, night, "夜间从未停止", "has not stopped all night", zone, effects);
        } else if (empty != null) {
            SteadyFlow alone = SteadyFlow.before(until, empty, LEAST, book.recent());
            if (alone.quarters() >= QUARTERS_WHILE_EMPTY) {
                begin(meter, alone, "无人时从未停止", "has not stopped while nobody was there", zone, effects);
            }
        }
    }

    /** Null where the count is not known as a whole. */
    private static @Nullable Integer people(Occupancy occupancy, String zone) {
        ZoneCount shown = occupancy.shown(zone);
        return shown != null && shown.state() == ZoneCount.CountState.OK ? shown.count() : null;
    }

    private @Nullable Instant emptySince(String meter, @Nullable Integer people, Instant at) {
        if (people == null || people > 0) {
            emptySince.remove(meter);
            return null;
        }
        return emptySince.computeIfAbsent(meter, key -> at);
    }

    private static @Nullable SteadyFlow atNight(MeterBook book, Instant until, int people, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(until.minus(Quarters.LENGTH), zone);
        Instant midnight = day.atStartOfDay(zone).toInstant();
        boolean isNight = !until.isAfter(day.atTime(NIGHT_ENDS, 0).atZone(zone).toInstant());
        return isNight ? SteadyFlow.before(until, midnight, LEAST + A_PERSON * people, book.recent()) : null;
    }

    private void begin(Meter meter, SteadyFlow flow, String zh, String en, ZoneId zone, Effects effects) {
        standing.add(meter.id());
        String since = flow.since().atZone(zone).toLocalTime().toString();
        String perHour = String.format(Locale.ROOT, "%.3f m³/h", flow.lowest() * AN_HOUR);
        BilingualText text = new BilingualText(
                meter.title().zh() + "：" + since + " 起水流" + zh + "，至少 " + perHour + "；请检查水箱、龙头和阀门",
                meter.title().en() + ": since " + since + " the flow " + en + ", " + perHour
                        + " at least. Look at cisterns, taps and valves.");
        effects.alarm(alarms.began(AlarmKind.WATER_LEAK, meter.id(), flow.since(), text));
    }

    private void end(String meter, Instant at, Effects effects) {
        standing.remove(meter);
        effects.alarm(alarms.ended(AlarmKind.WATER_LEAK, meter, at));
    }
}
