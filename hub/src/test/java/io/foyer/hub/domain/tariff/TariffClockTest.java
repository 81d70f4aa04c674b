package io.foyer.hub.domain.tariff;

import static io.foyer.hub.domain.tariff.Terms.band;
import static io.foyer.hub.domain.tariff.Terms.clock;
import static io.foyer.hub.domain.tariff.Terms.floating;
import static io.foyer.hub.domain.tariff.Terms.hours;
import static io.foyer.hub.domain.tariff.Terms.tariff;
import static io.foyer.hub.domain.tariff.Terms.version;
import static io.foyer.hub.domain.tariff.Terms.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.TariffClock.QuarterPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TariffClockTest {
    private static final String SHANGHAI = "Asia/Shanghai";

    private static String price(TariffClock clock, String at) {
        QuarterPrice price = clock.price(OffsetDateTime.parse(at).toInstant());
        return price == null
                ? "none"
                : price.band().name() + " " + price.unit() + (price.provisional() ? " provisional" : "");
    }

    @Test
    void a_change_of_price_never_touches_the_time_before_it() {
        TariffClock clock = clock(
                new Tariff(
                        "power",
                        List.of(
                                version("2026-07-01", band("flat", "0.9", BandTimes.ALWAYS)),
                                version("2026-01-01", band("flat", "0.7", BandTimes.ALWAYS)))),
                SHANGHAI);
        assertThat(price(clock, "2025-12-31T23:45+08:00")).isEqualTo("none");
        assertThat(price(clock, "2026-01-01T00:00+08:00")).isEqualTo("flat 0.7");
        assertThat(price(clock, "2026-06-30T23:45+08:00")).isEqualTo("flat 0.7");
        assertThat(price(clock, "2026-07-01T00:00+08:00")).isEqualTo("flat 0.9");
    }

    @Test
    void a_ratio_is_of_the_flat_price_of_the_month_and_a_later_month_takes_the_last_known() {
        TariffVersion version = with(
                version("2026-01-01", floating("peak", "1.8", hours(8, 11)), floating("flat", "1", BandTimes.ALWAYS)),
                Map.of("2026-11", "0.7412", "2026-12", "0.7380"));
        TariffClock clock = clock(new Tariff("power", List.of(version)), SHANGHAI);
        assertThat(price(clock, "2026-10-31T08:00+08:00")).isEqualTo("peak null");
        assertThat(price(clock, "2026-11-01T08:00+08:00")).isEqualTo("peak 1.33416");
        assertThat(price(clock, "2026-12-31T23:45+08:00")).isEqualTo("flat 0.7380");
        assertThat(price(clock, "2027-01-01T00:00+08:00")).isEqualTo("flat 0.7380 provisional");
    }

    @Test
    void a_price_and_a_ratio_of_one_band_add_up() {
        BandPrice both = new BandPrice(new BigDecimal("0.25"), new BigDecimal("0.5"), false);
        TariffVersion version =
                with(version("2026-01-01", new Band("flat", both, BandTimes.ALWAYS)), Map.of("2026-01", "0.8"));
        assertThat(price(clock(new Tariff("power", List.of(version)), SHANGHAI), "2026-01-01T00:00+08:00"))
                .isEqualTo("flat 0.65");
    }

    @Test
    void a_published_price_is_of_its_own_quarter_hour_or_none() {
        Band spot = new Band("spot", new BandPrice(null, null, true), BandTimes.ALWAYS);
        Map<Instant, BigDecimal> prices = Map.of(Instant.parse("2026-11-01T00:00:00Z"), new BigDecimal("-0.012"));
        TariffClock clock =
                new TariffClock(tariff(spot), ZoneId.of("Europe/Berlin"), new TariffNotices(prices, Map.of()));
        assertThat(price(clock, "2026-11-01T00:00Z")).isEqualTo("spot -0.012");
        assertThat(price(clock, "2026-11-01T00:15Z")).isEqualTo("spot null");
    }

    @Test
    void a_called_day_is_asked_first_and_its_night_lasts_into_the_next_day() {
        Map<LocalDate, List<Band>> days = Map.of(
                LocalDate.parse("2026-08-05"),
                List.of(band("critical", "5", hours(16, 21)), band("relief", "0.1", hours(22, 6))));
        TariffClock clock = new TariffClock(
                tariff(band("flat", "1", BandTimes.ALWAYS)), ZoneId.of(SHANGHAI), new TariffNotices(Map.of(), days));
        assertThat(price(clock, "2026-08-05T05:00+08:00")).isEqualTo("flat 1");
        assertThat(price(clock, "2026-08-05T16:00+08:00")).isEqualTo("critical 5");
        assertThat(price(clock, "2026-08-05T21:00+08:00")).isEqualTo("flat 1");
        assertThat(price(clock, "2026-08-06T05:45+08:00")).isEqualTo("relief 0.1");
        assertThat(price(clock, "2026-08-06T16:00+08:00")).isEqualTo("flat 1");
    }
}
