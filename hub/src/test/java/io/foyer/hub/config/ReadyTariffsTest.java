package io.foyer.hub.config;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.config.TariffFile.TariffEntry;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffClock.QuarterPrice;
import io.foyer.hub.domain.tariff.TariffNotices;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tariffs in config/tariffs, each quarter-hour of two years. */
class ReadyTariffsTest {
    private static final Path CONFIG = Path.of("../config");
    private static final Path ROWS = Path.of("src/test/resources/tariffs/quarters.txt");
    private static final Map<String, String> CURRENCIES =
            Map.of("german-dynamic", "EUR", "dutch-two-tariff", "EUR", "california-e-tou-d", "USD");
    private static final Map<String, String> ZONES = Map.of(
            "german-dynamic",
            "Europe/Berlin",
            "dutch-two-tariff",
            "Europe/Amsterdam",
            "california-e-tou-d",
            "America/Los_Angeles");

    static Stream<String> names() throws IOException {
        return Files.list(CONFIG.resolve("tariffs"))
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .sorted();
    }

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(ROWS).stream().filter(row -> !row.isBlank() && !row.startsWith("#"));
    }

    private static Tariff tariff(String name) {
        FaultList faults = new FaultList(Path.of("site.yaml"), new LineIndex(""));
        Tariff tariff = TariffEntries.check(
                        CONFIG,
                        List.of(TariffEntry.EMPTY.use(name)),
                        CURRENCIES.getOrDefault(name, "CNY"),
                        new Calendars(CONFIG),
                        faults)
                .byId()
                .get(name);
        faults.throwIfAny();
        return tariff;
    }

    private static TariffClock clock(String name) {
        Instant night = Instant.parse("2026-11-27T23:00:00Z");
        Map<Instant, BigDecimal> prices = new TreeMap<>();
        IntStream.range(0, 8)
                .forEach(quarter -> prices.put(
                        night.plus(Quarters.LENGTH.multipliedBy(quarter)),
                        new BigDecimal(quarter < 4 ? "0.0812" : "-0.0080")));
        return new TariffClock(
                tariff(name),
                ZoneId.of(ZONES.getOrDefault(name, "Asia/Shanghai")),
                new TariffNotices(prices, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_quarter_hour_of_two_years_has_a_band_and_a_price_or_none_that_is_published(String name) {
        TariffClock clock = clock(name);
        Instant end = Instant.parse("2028-01-01T12:00:00Z");
        for (Instant at = Instant.parse("2026-01-01T12:00:00Z"); at.isBefore(end); at = at.plus(Quarters.LENGTH)) {
            if (clock.version(at).ladder() != null) {
                assertThat(clock.price(at)).isNull();
                continue;
            }
            QuarterPrice price = clock.price(at);
            if (price == null || (price.unit() == null && !isHonest(price, clock, at))) {
                throw new AssertionError(name + " has no band or price at " + at);
            }
        }
    }

    /** No price is published yet, or the month lies before the first known flat price. */
    private static boolean isHonest(QuarterPrice price, TariffClock clock, Instant at) {
        return price.band().price().published()
                || clock.version(at).flat().known().firstKey().isAfter(YearMonth.from(at.atZone(clock.zone())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_quarter_hour_has_the_band_and_the_price_that_the_published_rules_give(String row) {
        String[] cells = row.trim().split(" +");
        TariffClock clock = clock(cells[0]);
        Instant at = LocalDateTime.parse(cells[1]).atZone(clock.zone()).toInstant();
        QuarterPrice price = clock.price(at);
        BigDecimal unit = price.unit();
        assertThat(price.band().name()).isEqualTo(cells[2]);
        assertThat(unit == null ? "-" : whole(clock, at, unit)).isEqualTo(cells[3]);
    }

    private static String whole(TariffClock clock, Instant at, BigDecimal unit) {
        return unit.add(clock.version(at).fixed().perUnit())
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void every_ready_tariff_with_bands_has_twenty_rows_or_more() throws IOException {
        Map<String, Long> byTariff = rows().collect(groupingBy(row -> row.split(" ")[0], counting()));
        assertThat(names().filter(name -> !name.equals("beijing-water")))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(name -> assertThat(byTariff.get(name)).isGreaterThanOrEqualTo(20));
    }
}
