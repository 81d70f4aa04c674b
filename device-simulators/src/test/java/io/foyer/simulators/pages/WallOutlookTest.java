package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is usual and what is to come, as the hub itself tells it of a house that was counted for two weeks. */
@ExtendWith(LivedHouse.Shared.class)
class WallOutlookTest {
    private static final String OCCUPANCY = "/api/v1/sites/harbour/occupancy/";
    private static final Pattern AREA = Pattern.compile("M.+Z");

    private final LivedHouse wall;

    WallOutlookTest(LivedHouse wall) {
        this.wall = wall;
    }

    @ParameterizedTest
    @CsvSource({"en, 1920, 1080", "zh, 1080, 1920"})
    void the_usual_day_and_what_is_to_come_are_of_the_houses_own_past(String language, int width, int height) {
        Api admin = wall.house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        JsonNode usual = admin.get(OCCUPANCY + "typical?zone=house").ok();
        JsonNode ahead = admin.get(OCCUPANCY + "forecast?zone=house").ok();
        then(usual.path("items")).hasSize(96);
        then(ahead.path("error").isNumber()).isTrue();

        try (Tab tab = wall.chromium
                .tab(wall.house, language, width, height)
                .signedIn()
                .open("/wall/harbour?floor=f2")) {
            assertThat(tab.at("path.band")).hasCount(2);
            assertThat(tab.at("path.band").first()).hasAttribute("d", AREA);
            assertThat(tab.at("path.band").nth(1)).hasAttribute("d", AREA);
            assertThat(tab.at("path.ahead")).hasAttribute("d", Pattern.compile("M.+"));
            assertThat(tab.at(".curve"))
                    .containsText(Pattern.compile((language.equals("en") ? "Forecast" : "预测") + " ±\\d+"));
            assertThat(tab.zone("house-total"))
                    .containsText(Pattern.compile(language.equals("en") ? "usual,? \\d+" : "平常 \\d+"));
            then(tab.layoutFaults()).isEqualTo(List.of());
            tab.shot("wall-outlook-" + language).quiet();
        }
    }
}
