package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.definition.BuildingItem;
import io.foyer.hub.domain.definition.EnergyTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items, budgets and factors of CO2e in a site file. */
class EnergyTermFilesTest {
    private static final String GOOD = """
            site: harbour
            timeZone: Asia/Shanghai
            currency: CNY
            co2KgPerKwh: {2022: 0.5366, 2023: 0.5306}
            zones: [{id: house, kind: house}]
            meters:
              - {id: main, medium: electricity, zone: house, budget: {cost: 22000, months: {7: 26000}}}
              - {id: fans, medium: electricity, zone: house, parent: main, item: air-conditioning}
              - {id: water, medium: water, zone: house, budget: {quantity: 90}}
            devices:
              - {id: dev-main, kind: meter, meter: main, password: x}
            """;

    @TempDir
    Path folder;

    private EnergyTerms read(String yaml) {
        try {
            Path sites = Files.createDirectories(folder.resolve("sites"));
            Files.writeString(sites.resolve("harbour.yaml"), yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Configuration.read(folder, false).get(0).definition().energy();
    }

    @Test
    void a_site_says_what_belongs_where_what_may_be_spent_and_what_a_kilowatt_hour_emits() {
        EnergyTerms terms = read(GOOD);
        assertThat(terms.items()).containsOnlyKeys("fans").containsValue(BuildingItem.AIR_CONDITIONING);
        assertThat(terms.budgets().get("main").of(YearMonth.of(2026, 7))).isEqualByComparingTo("26000");
        assertThat(terms.budgets().get("main").of(YearMonth.of(2026, 8))).isEqualByComparingTo("22000");
        assertThat(terms.budgets().get("water").isMoney()).isFalse();
        assertThat(terms.carbon().of(2026).kgPerKwh()).isEqualByComparingTo("0.5306");
        assertThat(terms.carbon().of(2021)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost: 22000, months | cost: 22000, quantity: 9, months | :7: a budget is either money or a quantity
            cost: 22000 | cost: -1 | :7: `-1` is negative
            7: 26000 | 13: 26000 | :7: `13` is no month with an amount
            parent: main, item: air-conditioning | parent: main, item: heating | :8: `meters[1].item` is `heating`
            zone: house, budget: {quantity: 90} | zone: house, item: power | :9: an item is for electricity alone
            2023: 0.5306 | 2023: 530.6 | :4: `530.6` is out of range
            """)
    void a_slip_is_told_with_its_line(String right, String wrong, String message) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> read(GOOD.replace(right, wrong)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
