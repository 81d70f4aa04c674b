package io.foyer.hub.domain.cost;

import io.foyer.hub.domain.tariff.FixedCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffVersion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The fixed charges of a stretch of time: those of a month by the day, those of a part of a day by its length. */
record TimeCharge(Tariff tariff, ZoneId zone) {

    /** Not rounded. Days before the first version cost nothing. */
    BigDecimal between(Instant from, Instant to) {
        BigDecimal charge = BigDecimal.ZERO;
        BigDecimal months = BigDecimal.ZERO;
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (Instant at = from; at.isBefore(to); ) {
            Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant end = midnight.isBefore(to) ? midnight : to;
            TariffVersion version = tariff.on(day);
            FixedCharge fixed = version == null ? FixedCharge.NONE : version.fixed();
            BigDecimal part = part(at, end, day);
            charge = charge.add(fixed.perDay().multiply(part));
            months = months.add(fixed.perMonth().multiply(part));
            LocalDate next = day.plusDays(1);
            if (!YearMonth.from(next).equals(YearMonth.from(day)) || end.equals(to)) {
                charge = charge.add(months.divide(BigDecimal.valueOf(day.lengthOfMonth()), MathContext.DECIMAL128));
                months = BigDecimal.ZERO;
            }
            day = next;
            at = end;
        }
        return charge;
    }

    /** A day of 23 or 25 hours is one day. */
    private BigDecimal part(Instant from, Instant to, LocalDate day) {
        Instant first = day.atStartOfDay(zone).toInstant();
        long whole = Duration.between(first, day.plusDays(1).atStartOfDay(zone)).toSeconds();
        long seconds = Duration.between(from, to).toSeconds();
        return seconds == whole
                ? BigDecimal.ONE
                : BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128);
    }
}
