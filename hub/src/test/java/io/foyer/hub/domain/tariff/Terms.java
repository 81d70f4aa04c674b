package io.foyer.hub.domain.tariff;

import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.TierLadder.Tier;
import io.foyer.hub.domain.tariff.TierLadder.TierPeriod;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Short words for the tariffs of tests. */
public final class Terms {
    public static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");

    private Terms() {}

    public static TariffClock clock(Tariff tariff, String zone) {
        return new TariffClock(tariff, ZoneId.of(zone), TariffNotices.NONE);
    }

    public static Tariff tariff(Band... bands) {
        return new Tariff("power", List.of(version("2026-01-01", bands)));
    }

    public static TariffVersion version(String from, Band... bands) {
        return new TariffVersion(LocalDate.parse(from), List.of(bands), null, MonthPrices.NONE, FixedCharge.NONE, null);
    }

    public static TariffVersion with(TariffVersion before, FixedCharge fixed, DemandCharge demand) {
        return new TariffVersion(before.from(), before.bands(), before.ladder(), before.flat(), fixed, demand);
    }

    public static TariffVersion with(TariffVersion before, Map<String, String> flat) {
        TreeMap<YearMonth, BigDecimal> months = new TreeMap<>();
        flat.forEach((month, price) -> months.put(YearMonth.parse(month), new BigDecimal(price)));
        return new TariffVersion(
                before.from(), before.bands(), null, new MonthPrices(months), before.fixed(), before.demand());
    }

    public static TariffVersion ladder(TierPeriod per, Tier... tiers) {
        return new TariffVersion(
                NEW_YEAR, List.of(), new TierLadder(per, List.of(tiers)), MonthPrices.NONE, FixedCharge.NONE, null);
    }

    public static Tier tier(String name, String upTo, String price) {
        return new Tier(name, upTo.isEmpty() ? null : new BigDecimal(upTo), new BigDecimal(price));
    }

    public static Band band(String name, String price, BandTimes times) {
        return new Band(name, BandPrice.of(new BigDecimal(price)), times);
    }

    public static Band floating(String name, String ratio, BandTimes times) {
        return new Band(name, new BandPrice(null, new BigDecimal(ratio), false), times);
    }

    public static BandTimes hours(int... fromUntil) {
        return new BandTimes(windows(fromUntil), Set.of(), Set.of(), List.of(), null, 1, null);
    }

    public static BandTimes on(DayOfWeek day, int... fromUntil) {
        return new BandTimes(windows(fromUntil), Set.of(day), Set.of(), List.of(), null, 1, null);
    }

    public static BandTimes in(Month month) {
        return new BandTimes(List.of(), Set.of(), Set.of(month), List.of(), null, 1, null);
    }

    public static BandTimes dates(String first, String last, int... fromUntil) {
        DateSpan span = new DateSpan(MonthDay.parse("--" + first), MonthDay.parse("--" + last));
        return new BandTimes(windows(fromUntil), Set.of(), Set.of(), List.of(span), null, 1, null);
    }

    /** Hours of the clock, in pairs. */
    private static List<DayWindow> windows(int... fromUntil) {
        return IntStream.range(0, fromUntil.length / 2)
                .mapToObj(i -> new DayWindow(fromUntil[2 * i] * 60, fromUntil[2 * i + 1] * 60))
                .toList();
    }
}
