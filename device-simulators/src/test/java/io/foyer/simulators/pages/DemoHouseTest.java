package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.HubProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo space's three floors are drawn, each zone in its place; pages say that the time is the demo's. */
class DemoHouseTest {
    @TempDir
    Path folder;

    @Test
    void every_zone_of_the_demo_space_has_its_place_on_its_floors_plan_and_pages_tell_the_demos_time() {
        try (Chromium chromium = new Chromium();
                HubProcess hub = HubProcess.startDemo(Places.config(), folder, Duration.ofDays(-3))) {
            JsonNode zones = hub.api()
                    .login("admin", HubProcess.ADMIN_PASSWORD)
                    .get("/api/v1/sites/harbour")
                    .ok()
                    .path("zones");
            String home = "http://127.0.0.1:" + hub.httpPort() + "/";
            for (String floor : new String[] {"f1", "f2", "f3"}) {
                try (Tab tab =
                        chromium.tab(home, "Asia/Shanghai", "zh", 1920, 1080).signedIn()) {
                    tab.open("/wall/harbour?floor=" + floor);
                    assertThat(tab.at(".stage.live .plan .tile").first()).isVisible();
                    for (JsonNode zone : zones) {
                        if (zone.path("parent").asText().equals(floor)) {
                            then(tab.zone(zone.path("id").asText()).count())
                                    .as(zone.toString())
                                    .isEqualTo(1);
                        }
                    }
                    assertThat(tab.at(".clock .demo")).hasText("演示时间");
                    tab.shot("wall-demo-" + floor).quiet();
                }
            }
            for (String language : new String[] {"zh", "en"}) {
                upright(chromium.tab(home, "Asia/Shanghai", language, 1080, 1920), language);
                upright(chromium.tab(home, "Asia/Shanghai", language, 390, 844), language);
            }
            try (Tab tab = chromium.tab(home, "Asia/Shanghai", "en", 1440, 900).signedIn()) {
                tab.open("/energy/harbour");
                assertThat(tab.at(".topbar .fresh.live .demo")).hasText("Demo time");
                then(LocalDate.parse(tab.at(".stepper input").inputValue()))
                        .isBefore(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
                tab.shot("energy-demo").quiet();
            }
        }
    }

    /** On a screen that is higher than wide the words about the time fit too. */
    private static void upright(Tab opened, String language) {
        try (Tab tab = opened.signedIn().open("/wall/harbour?floor=f2")) {
            assertThat(tab.at(".clock .demo")).hasText(language.equals("zh") ? "演示时间" : "Demo time");
            assertThat(tab.at(".tile .count").first()).containsText(Pattern.compile("[\\d–]"));
            tab.shot("wall-demo-" + tab.page.viewportSize().width + "-" + language)
                    .quiet();
            then(tab.layoutFaults()).isEqualTo(List.of());
            then(tab.barriers()).isEmpty();
        }
    }
}
