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
            try (Tab tab = chromium.tab(home, "Asia/Shanghai", "en", 1440, 900).signedIn()) {
                tab.open("/energy/harbour");
                assertThat(tab.at(".topbar .fresh.live .demo")).hasText("Demo time");
                then(LocalDate.parse(tab.at(".stepper input").inputValue()))
                        .isBefore(LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1));
                tab.shot("energy-demo").quiet();
            }
        }
    }
}
