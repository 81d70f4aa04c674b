package io.foyer.hub.domain;

import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import io.foyer.hub.domain.alarm.Alarms;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.time.Deadlines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Warns while a quarter-hour that will exceed the contracted demand can still be saved. The warning ends when the
 * projection is {@link #CALM} below the limit again, and at the end of the quarter-hour.
 */
public final class DemandAlarms {
    /** So far below the limit a projection is no longer near it: without this the alarm would flap. */
    private static final double CALM = 0.98;

    /** A change of the numbers is told so often at most. */
    private static final Duration NEXT_TOLD = Duration.ofMinutes(1);

    private final Alarms alarms;
    private final Deadlines<String> ends = new Deadlines<>();
    private final Map<String, Instant> told = new HashMap<>();

    DemandAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Ends soon what went on before a restart. A reading begins it again. */
    public void restore(Instant now) {
        alarms.goingOn(AlarmKind.DEMAND_NEAR_LIMIT).forEach(meter -> {
            told.put(meter, now);
            ends.set(meter, now);
        });
    }

    @Nullable Instant due() {
        return ends.next();
    }

    void tick(Instant now, Effects effects) {
        ends.removeDue(now).forEach(meter -> end(meter, now, effects));
    }

    /** A live reading has come. */
    void heard(SiteDefinition site, String meter, MeterBook book, Instant now, Effects effects) {
        BigDecimal limitKw = limitKw(site, meter, now);
        if (limitKw == null) {
            return;
        }
        DemandOutlook outlook = book.outlook(now);
        Long projected = outlook.projected();
        if (projected == null) {
            return;
        }
        long limit = quarter(limitKw);
        boolean isLost = outlook.used() > limit;
        if (projected > limit && !isLost && now.isBefore(outlook.endsAt())) {
            begin(meter, outlook, limitKw, site.timeZone(), now, effects);
        } else if (isLost || projected < limit * CALM) {
            end(meter, now, effects);
        }
    }

    /** The kW from which demand costs more; null where nothing is agreed. */
    private static @Nullable BigDecimal limitKw(SiteDefinition site, String meter, Instant now) {
        MaximumCharge charge = site.tariffs().maximumCharge(meter, LocalDate.ofInstant(now, site.timeZone()));
        return charge == null || charge.contracted() == null
                ? null
                : charge.contracted().multiply(charge.overFrom());
    }

    /** The mWh of a quarter-hour at a power. */
    private static long quarter(BigDecimal kw) {
        return kw.movePointRight(6).longValue() / 4;
    }

    private void begin(
            String meter, DemandOutlook outlook, BigDecimal limitKw, ZoneId zone, Instant now, Effects effects) {
        Instant last = told.get(meter);
        ends.set(meter, outlook.endsAt());
        if (last != null && now.isBefore(last.plus(NEXT_TOLD))) {
            return;
        }
        told.put(meter, now);
        effects.alarm(alarms.began(AlarmKind.DEMAND_NEAR_LIMIT, meter, now, text(meter, outlook, limitKw, zone, now)));
    }

    private void end(String meter, Instant now, Effects effects) {
        if (told.remove(meter) == null) {
            return;
        }
        ends.set(meter, null);
        effects.alarm(alarms.ended(AlarmKind.DEMAND_NEAR_LIMIT, meter, now));
    }

    private static BilingualText text(
            String meter, DemandOutlook outlook, BigDecimal limitKw, ZoneId zone, Instant now) {
        Long projected = outlook.projected();
        String will = number(projected == null ? 0 : projected * 4 / 1e6);
        String limit = number(limitKw.doubleValue());
        String shed = number(outlook.shedW(quarter(limitKw), now) / 1_000);
        String end = outlook.endsAt().atZone(zone).toLocalTime().toString();
        return new BilingualText(
                meter + "：到 " + end + " 本刻钟需量将达 " + will + " kW，超过 " + limit + " kW；在此之前请减少 " + shed + " kW",
                meter + ": this quarter-hour will reach " + will + " kW at " + end + ", above " + limit + " kW. Shed "
                        + shed + " kW until then.");
    }

    private static String number(double kW) {
        return String.format(Locale.ROOT, "%.1f", kW);
    }
}
