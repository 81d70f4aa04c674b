package io.foyer.hub.domain.tariff;

import io.foyer.hub.domain.tariff.MonthPrices.MonthPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the band and the price of a quarter-hour, by its beginning on the site's clock. Only one thread may ask it. */
public final class TariffClock {
    private final Tariff tariff;
    private final ZoneId zone;
    private final TariffNotices notices;
    private final DayBands days = new DayBands();

    public TariffClock(Tariff tariff, ZoneId zone, TariffNotices notices) {
        this.tariff = tariff;
        this.zone = zone;
        this.notices = notices;
    }

    public Tariff tariff() {
        return tariff;
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The price of a quarter-hour.
     *
     * @param unit the price of a unit (kWh, m³, GB); null where it is not known
     * @param provisional true where the month's flat price is not known yet
     */
    public record QuarterPrice(Band band, @Nullable BigDecimal unit, boolean provisional) {}

    /** The terms that count in a quarter-hour; null before the first version. */
    public @Nullable TariffVersion version(Instant start) {
        return tariff.on(LocalDate.ofInstant(start, zone));
    }

    /** Null before the first version, under a ladder, and where no band matches. */
    public @Nullable QuarterPrice price(Instant start) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone);
        TariffVersion version = tariff.on(local.toLocalDate());
        if (version == null || version.ladder() != null) {
            return null;
        }
        Band called = notices.days().isEmpty() ? null : called(local);
        Band band = called == null ? days.at(version, local) : called;
        return band == null ? null : price(band, version, start, YearMonth.from(local));
    }

    /** A window over midnight belongs to the called day on which it begins. */
    private @Nullable Band called(LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        Band begun = called(today.minusDays(1), local);
        return begun == null ? called(today, local) : begun;
    }

    private @Nullable Band called(LocalDate day, LocalDateTime local) {
        for (Band band : notices.days().getOrDefault(day, List.of())) {
            if (band.times().holdOf(day, local)) {
                return band;
            }
        }
        return null;
    }

    private QuarterPrice price(Band band, TariffVersion version, Instant start, YearMonth month) {
        if (band.price().published()) {
            return new QuarterPrice(band, notices.prices().get(start), false);
        }
        BigDecimal fixed = band.price().fixed();
        BigDecimal ratio = band.price().ratio();
        if (ratio == null) {
            return new QuarterPrice(band, fixed, false);
        }
        MonthPrice flat = version.flat().of(month);
        if (flat == null) {
            return new QuarterPrice(band, null, false);
        }
        BigDecimal floating = flat.price().multiply(ratio);
        return new QuarterPrice(band, fixed == null ? floating : floating.add(fixed), flat.provisional());
    }
}
