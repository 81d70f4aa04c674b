package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.foyer.simulators.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The energy page of the test house and of a recorded plant, as Chromium shows it. */
@ExtendWith(LivedHouse.Shared.class)
class EnergyPageTest {
    private final Chromium chromium;
    private final Harbour house;

    EnergyPageTest(LivedHouse lived) {
        chromium = lived.chromium;
        house = lived.house;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            zh, 最大需量，15 分钟, 2018年11月22日 周四
            en, 'Maximum demand, 15 min', Thu 22 Nov 2018
            """)
    void the_recorded_plants_highest_quarter_is_on_its_day(String language, String maximum, String day) {
        house.replay(Places.recorded("steel-15min.csv"));
        try (Tab tab = chromium.tab(house, language, 1920, 1080)
                .signedIn()
                .open("/energy/replay?meter=plant&date=2018-11-22")) {
            var figure = tab.at(".kpi").filter(new Locator.FilterOptions().setHasText(maximum));
            assertThat(figure).containsText(Pattern.compile("628\\.7\\s*kW"));
            assertThat(figure).containsText("09:30–09:45");
            assertThat(tab.at(".stepper")).containsText(day);
            assertThat(tab.at(".load svg")).containsText("628.7 kW");
            assertThat(tab.at(".load svg")).containsText("157.18 kWh");
            assertThat(tab.at(".steps tr[aria-selected]")).containsText("09:30");
            assertThat(tab.at(".flow")).hasCount(0);
            tab.shot("energy-1920-" + language).quiet();
        }
    }

    @Test
    void the_house_shows_its_power_its_day_and_its_meters() {
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).signedIn()) {
            tab.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            tab.told("**/energy/baseline?*", usual()).told("**/energy/anomalies?*", unlike());
            tab.open("/energy/harbour");
            assertThat(tab.at("h1")).containsText("Electricity, Main");
            assertThat(tab.at(".segments").first()).containsText(Pattern.compile("Electricity\\s*Water\\s*Network"));
            assertThat(tab.at(".kpi").first()).containsText(Pattern.compile("Power now\\s*[67]\\d\\.\\d\\s*kW"));
            assertThat(tab.at(".kpi").nth(1))
                    .containsText(Pattern.compile("Projected demand to 1[45]:\\d\\d\\s*\\d+\\.\\d\\s*kW"));
            assertThat(tab.at(".kpi").nth(1)).containsText("Contracted 80 kW · margin");
            assertThat(tab.at(".kpi").nth(2)).containsText(Pattern.compile("Today to 1[45]:.*¥\\d+", Pattern.DOTALL));
            assertThat(tab.at(".cost"))
                    .containsText(Pattern.compile("Valley ¥\\d.*Flat ¥\\d.*Peak ¥\\d", Pattern.DOTALL));
            assertThat(tab.at(".load svg")).containsText("Contracted 80 kW");
            assertThat(tab.at(".load svg")).containsText("Peak ¥1.21");
            assertThat(tab.at(".flow svg")).containsText("HVAC");
            assertThat(tab.at(".flow svg")).containsText("Unmetered");
            assertThat(tab.at(".meters tbody tr")).hasCount(11);
            assertThat(tab.at(".meters")).containsText("Floor 2 HVAC");
            assertThat(tab.at(".kpi").nth(2)).containsText("kg CO2e");
            assertThat(tab.at(".kpi").nth(4))
                    .containsText(Pattern.compile("projected / budget.*¥[\\d,]+.*/ ¥22,000", Pattern.DOTALL));
            assertThat(tab.at(".kpi").nth(5))
                    .containsText(Pattern.compile("Intensity.*\\d\\.\\d\\d\\s*kWh/person-hour", Pattern.DOTALL));
            assertThat(tab.at(".waste .number")).hasText(Pattern.compile("[\\d,]+(\\.\\d)?"));
            assertThat(tab.at(".waste .savings li").first())
                    .containsText(Pattern.compile("while empty.*¥[\\d.,]+ / month", Pattern.DOTALL));
            assertThat(tab.at(".base"))
                    .containsText(Pattern.compile("\\d+\\.\\d\\s*kW.*of all energy", Pattern.DOTALL));
            assertThat(tab.at(".items")).containsText("Lighting and sockets");
            assertThat(tab.at(".load svg")).containsText("now ");
            assertThat(tab.at(".load header")).containsText("usual range");
            assertThat(tab.at(".unlike li"))
                    .containsText(Pattern.compile(
                            "Floor 2 HVAC · .*¥68\\.40.*something was left on.*\\+94\\.2 kWh", Pattern.DOTALL));
            assertThat(tab.at(".heat svg")).isVisible();
            then(tab.barriers()).isEmpty();
            tab.shot("energy-1440-dark").quiet();

            tab.at(".meters").getByText("Floor 2 HVAC").click();
            assertThat(tab.at("h1")).containsText("Floor 2 HVAC");
            assertThat(tab.at(".steps tbody tr").first()).isVisible();
            assertThat(tab.at(".meters strong").first()).isVisible();
            assertThat(tab.at(".facts")).containsText("40 kW");
            tab.shot("energy-drill").quiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1920, 1080"})
    void what_energy_means_is_told_at_every_size_and_by_month(int width, int height) {
        try (Tab tab = chromium.tab(house, "zh", width, height).signedIn().open("/energy/harbour?range=month")) {
            assertThat(tab.at(".waste .savings li").first())
                    .containsText(Pattern.compile("无人时.*¥.*/ 月", Pattern.DOTALL));
            assertThat(tab.at(".base")).containsText("占全部用电");
            assertThat(tab.at(".items")).containsText("空调用电");
            assertThat(tab.at(".figures")).containsText("预计 / 预算");
            then(tab.barriers()).isEmpty();
            tab.shot("energy-means-" + width).quiet();
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void a_demand_that_will_break_the_contract_is_told_while_the_quarter_runs_and_somebody_sees_to_it() {
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).signedIn().open("/energy/harbour")) {
            assertThat(tab.at(".kpi").nth(1)).containsText("margin");
            // In its last minutes nothing can be saved of a quarter-hour, and in the next one the alarm is over.
            await().atMost(Duration.ofMinutes(4)).until(() -> Instant.now().getEpochSecond() % 900 < 720);
            house.says("dev-main", "meter", "{\"powerW\":400000}");
            var alarm = tab.at(".alarms li");
            assertThat(alarm).containsText("demand near its limit");
            assertThat(tab.at(".kpi").nth(1)).containsText("over");
            tab.shot("energy-demand");
            alarm.locator("button").click();
            assertThat(tab.at(".alarms li button")).hasCount(0);
            house.says("dev-main", "meter", "{\"powerW\":70000}");
            assertThat(tab.at(".alarms .calm")).hasText("All quiet");
            tab.quiet();
        }
    }

    @Test
    void a_reading_from_a_meter_appears_without_a_reload() {
        try (Tab tab =
                chromium.tab(house, "zh", 1440, 1000).signedIn().open("/energy/harbour?meter=plant&range=week")) {
            assertThat(tab.at(".kpi").first()).containsText("当前功率");
            tab.page.evaluate("window.untouched = true");

            house.says("dev-plant", "meter", "{\"powerW\":4321}");

            assertThat(tab.at(".kpi").first()).containsText(Pattern.compile("4\\.3\\s*kW"));
            then(tab.page.evaluate("window.untouched")).isEqualTo(true);
            tab.shot("energy-week").quiet();
        }
    }

    /** What would be told of a night in which something was left on, in a house that has been metered for weeks. */
    private String unlike() {
        ZonedDateTime day = LocalDate.now(ZoneId.of(house.zone)).atStartOfDay(ZoneId.of(house.zone));
        return """
                {"items":[{"meter":"f2-hvac","from":"%s","until":"%s","quantity":94.2,"cost":"68.40","cause":"left-on",
                  "text":{"zh":"夜里没有降下来：有设备忘了关","en":"at night it did not come down: something was left on"}}]}""".formatted(day.minusDays(2).toInstant(), day.minusDays(1).toInstant());
    }

    /** Today's hours as they would be told of a house that has been metered for weeks. */
    private String usual() {
        ZonedDateTime day = LocalDate.now(ZoneId.of(house.zone)).atStartOfDay(ZoneId.of(house.zone));
        return IntStream.range(0, 24)
                .mapToObj(hour -> {
                    double kW = 9 + 57 * Math.max(0, Math.min(1, Math.min((hour - 7) / 3.0, (22 - hour) / 6.0)));
                    return "{\"at\":\"%s\",\"expected\":%s,\"low\":%s,\"high\":%s}"
                            .formatted(day.plusHours(hour).toInstant(), kW, kW * 0.9, kW * 1.1);
                })
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }
}
