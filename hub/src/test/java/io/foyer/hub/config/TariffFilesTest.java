package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.tariff.DemandCharge.CapacityCharge;
import io.foyer.hub.domain.tariff.DemandCharge.MaximumCharge;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.site.SiteSetup;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffFilesTest {
    private static final String GOOD = """
            site: harbour
            timeZone: Asia/Shanghai
            currency: CNY
            zones: [{id: house, kind: house}]
            meters:
              - {id: main, medium: electricity, zone: house}
              - {id: f1, medium: electricity, zone: house, parent: main}
              - {id: water, medium: water, zone: house}
            devices:
              - {id: dev-main, kind: meter, meter: main, password: x}
              - {id: dev-f1, kind: meter, meter: f1, password: x}
            tariffs:
              - id: power
                medium: electricity
                from: 2026-01-01
                flat: {2026-10: 0.74, 2026-11: 0.7412, 2026-12: 0.7380}
                fixed: {perMonth: 120, perUnit: 0.0412}
                demand: {pricePerKw: 40.5, contractedKw: 80, overRatio: 2}
                bands:
                  - {name: sharp, ratio: 2.25, windows: ["19:00-21:00"], dates: ["12-15..01-31", "07-01..09-30"]}
                  - {name: deep-valley, ratio: 0.3, windows: ["10:00-14:00"], holidays: china, holidayDays: 3}
                  - {name: valley, ratio: 0.4, windows: ["22:00-06:00"], days: [mon, tue], months: [1, 2]}
                  - {name: flat, ratio: 1, price: 0.01}
              - id: water
                medium: water
                from: 2026-01-01
                tiers: [{upTo: 180, per: year, price: 3.45}, {price: 5.2}]
            """;

    private static final String OLDER = """
                demandPricePerKw: 38
                bands:
                  - {name: peak, price: 1.21, windows: ["08:00-11:00"], days: [mon, tue, wed], months: [1, 2, 12]}
                  - {name: flat, price: 0.72}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(folder.resolve("sites"));
        Files.createDirectory(folder.resolve("tariffs"));
    }

    private SiteSetup setup(String text) throws IOException {
        Files.writeString(folder.resolve("sites/harbour.yaml"), text);
        return Configuration.read(folder, false).get(0);
    }

    private SiteDefinition read(String text) throws IOException {
        return setup(text).definition();
    }

    private static String band(Tariff tariff, String local) {
        LocalDateTime time = LocalDateTime.parse(local);
        return tariff.on(time.toLocalDate()).band(time).name();
    }

    @Test
    void a_good_file_becomes_tariffs_with_bands_asked_in_order() throws IOException {
        Tariff power = read(GOOD).tariffs().of("f1");
        assertThat(power.id()).isEqualTo("power");
        assertThat(band(power, "2026-12-15T19:00")).isEqualTo("sharp");
        assertThat(band(power, "2026-12-14T19:00")).isEqualTo("flat");
        assertThat(band(power, "2026-10-03T13:45")).isEqualTo("deep-valley");
        assertThat(band(power, "2026-10-08T13:45")).isEqualTo("flat");
        assertThat(band(power, "2026-01-07T05:45")).isEqualTo("valley"); // the night of a Tuesday
        assertThat(power.on(LocalDate.parse("2026-01-01")).demand())
                .isEqualTo(new MaximumCharge(
                        new BigDecimal("40.5"),
                        new BigDecimal("80"),
                        BigDecimal.ONE,
                        new BigDecimal("2"),
                        BigDecimal.ZERO));
        assertThat(read(GOOD).tariffs().of("water").versions().get(0).ladder().tiers())
                .hasSize(2);
        assertThat(read(GOOD).tariffs().billed()).containsExactlyInAnyOrder("main", "water");
    }

    @Test
    void the_older_keys_stay_good() throws IOException {
        String older = GOOD.replaceAll("(?s)    flat:.*?  - id: water", OLDER + "  - id: water");
        Tariff power = read(older).tariffs().of("main");
        assertThat(band(power, "2026-12-01T08:00")).isEqualTo("peak");
        assertThat(power.versions().get(0).demand()).isEqualTo(MaximumCharge.of(new BigDecimal("38")));
    }

    @Test
    void a_capacity_takes_the_place_of_a_demand() throws IOException {
        String text = GOOD.replaceFirst("demand: \\{.*}", "capacity: {pricePerKva: 27, kva: 160}");
        assertThat(read(text).tariffs().of("main").versions().get(0).demand())
                .isEqualTo(new CapacityCharge(new BigDecimal("27"), new BigDecimal("160")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {name: flat, ratio: 1, price: 0.01} | {name: flat, ratio: 1, days: [mon, tue, wed, thu, fri, sat]} | 19 | has no band for the quarter-hour of 2026-01-04 00:00
            {name: flat, ratio: 1, price: 0.01} | {name: flat, ratio: 1, windows: ["06:00-24:00"]} | 19 | has no band for the quarter-hour of 2026-01-01 00:00
            price: 0.01                         | price: -0.01                        | 23 | `-0.01` is negative
            ratio: 2.25                         | ratio: -2                           | 20 | `-2` is negative
            price: 0.01                         | price: cheap                        | 23 | `cheap` is not a price
            price: 0.01                         | price: published                    | 23 | a published price has no ratio
            ["19:00-21:00"]                     | ["19:00-21:00", "20:00-22:00"]      | 20 | the window 20:00-22:00 overlaps another one of the same band
            ["22:00-06:00"]                     | ["22:00-06:00", "05:45-07:00"]      | 22 | the window 05:45-07:00 overlaps
            ["22:00-06:00"]                     | ["22:00-22:00"]                     | 22 | is not a span of hours
            "07-01..09-30"                      | "01-31..03-01"                      | 20 | the dates 01-31..03-01 overlap others
            "07-01..09-30"                      | "07-01..09-31"                      | 20 | is not a span of dates
            holidayDays: 3                      | holidayDays: 0                      | 21 | out of range
            holidays: china                     | holidays: mars                      | 21 | there is no holiday calendar `mars`
            months: [1, 2]                      | months: [13]                        | 22 | out of range
            2026-11: 0.7412,                    |                                     | 16 | the flat price of 2026-11 is missing between known ones
            2026-11: 0.7412                     | 2026-13: 0.7412                     | 16 | a month such as 2026-11
            0.7412                              | lots                                | 16 | must be a number
            flat: {2026-10                      | fixed: {2026-10                     | 16 | unknown key `tariffs[0].fixed.2026-10`
            perMonth: 120                       | perMonth: -120                      | 17 | is negative
            contractedKw: 80, overRatio: 2      | overRatio: 2                        | 18 | are of the contracted demand
            overRatio: 2                        | overRatio: 0.5                      | 18 | out of range
            pricePerKw: 40.5, contractedKw      | contractedKw                        | 18 | a number is missing here
            upTo: 180, per: year                | per: year                           | 27 | do not rise to an open end
            {price: 5.2}                        | {price: -5.2}                       | 27 | is negative
            tiers: [                            | bands: [{name: a, price: 1}], tiers: [ | 27 | not valid YAML
            currency: CNY                       | currency: XAU                       | 3  | is a code without a smallest unit
            from: 2026-01-01                    | from: 2026-01-01, currency: EUR     | 15 | must be a date
            medium: electricity, zone: house}   | medium: electricity, zone: house, tariff: pwr} | 6 | there is no tariff `pwr`
            medium: electricity, zone: house}   | medium: electricity, zone: house, tariff: water} | 6 | is for another medium
            - id: water                         | - id: power                         | 25 | are for different media
            meter: f1, password                 | meter: main, password               | 11 | meter `main` has the device `dev-main` already
            parent: main}                       | parent: main, parent: water}        | 7  | Duplicate field 'parent'
            parent: main}                       | parent: [main, water]}              | 7  | `meters[1].parent` is wrong; it must be a single word
            {id: f1, medium                     | {id: main, medium                   | 7  | two meters have the id `main`
            """)
    void a_fault_is_told_with_file_line_and_remedy(String good, String bad, int line, String told) {
        String text = GOOD.replaceFirst(Pattern.quote(good), bad == null ? "" : bad);
        assertThat(text).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> setup(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("harbour.yaml:" + line + ": ")
                .hasMessageContaining(told)
                .message()
                .doesNotContain("java.", "io.foyer");
    }

    private static final String SECOND = """
              - id: power
                medium: electricity
                from: FROM
                bands: [{name: flat, price: 0.9}]
            """;

    @Test
    void entries_of_one_id_are_versions_by_date() throws IOException {
        String text = GOOD + SECOND.replace("FROM", "2027-01-01");
        assertThat(read(text).tariffs().of("main").versions()).hasSize(2);
        assertThat(setup(text).parts()).containsKeys("tariff power", "tariff water");
        assertThatThrownBy(() -> read(GOOD + SECOND.replace("FROM", "2026-01-01")))
                .hasMessageContaining("harbour.yaml:30: tariff `power` has two versions from 2026-01-01");
    }

    @Test
    void a_gap_of_an_older_version_ends_with_the_next_version() throws IOException {
        String months =
                GOOD.replace("{name: flat, ratio: 1, price: 0.01}", "{name: flat, ratio: 1, months: [1, 2, 3]}");
        assertThat(read(months + SECOND.replace("FROM", "2026-04-01"))
                        .tariffs()
                        .of("main")
                        .versions())
                .hasSize(2);
        assertThatThrownBy(() -> read(months)).hasMessageContaining("of 2026-04-01 00:00");
    }

    @Test
    void two_tariffs_of_a_medium_ask_for_the_key_of_the_topmost_meter() throws IOException {
        String two = GOOD + SECOND.replace("id: power", "id: other").replace("FROM", "2026-01-01");
        assertThatThrownBy(() -> read(two))
                .hasMessageContaining(
                        "harbour.yaml:6: meter `main` has no tariff, and the file has 2 for it: power, other")
                .hasMessageNotContaining("`f1`");
        SiteDefinition named =
                read(two.replace("zone: house}\n  - {id: f1", "zone: house, tariff: other}\n  - {id: f1"));
        assertThat(named.tariffs().of("f1").id()).isEqualTo("other");
    }

    @Test
    void a_tariff_file_is_taken_by_its_name_and_tells_its_own_faults() throws IOException {
        Path file = folder.resolve("tariffs/ours.yaml");
        String site = GOOD.replaceAll("(?s)  - id: power.*?  - id: water", "  - {use: ours}\n  - id: water");
        Files.writeString(file, "medium: electricity\nfrom: 2026-01-01\nbands:\n  - {name: flat, price: 1}\n");
        assertThat(read(site).tariffs().of("main").id()).isEqualTo("ours");
        assertThat(setup(site).published()).contains("\"ours\"").doesNotContain("\"use\"");

        Files.writeString(
                file,
                "- {id: p, medium: electricity, from: 2026-01-01, bands: [{name: a, price: 1}]}\n"
                        + "- {id: p, medium: electricity, from: 2026-07-01, bands: [{name: a, price: 2}]}\n");
        assertThat(read(site).tariffs().of("main").versions()).hasSize(2);

        Files.writeString(file, "medium: electricity\nfrom: 2026-01-01\nbands:\n  - {name: flat, price: -1}\n");
        assertThatThrownBy(() -> read(site)).hasMessageContaining("ours.yaml:4: `-1` is negative");
        Files.writeString(file, "medium: electricity\ncurrency: EUR\nfrom: 2026-01-01\nbands: [{name: a, price: 1}]\n");
        assertThatThrownBy(() -> read(site))
                .hasMessageContaining("ours.yaml:2: tariff `ours` is in EUR, and the site in CNY");
        assertThatThrownBy(() -> read(site.replace("use: ours", "use: theirs")))
                .hasMessageContaining("harbour.yaml:13: there is no tariff `theirs`");
    }
}
