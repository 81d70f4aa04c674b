package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages show while the house is locked down: that it is, and not who ordered it or why. */
@ExtendWith(LivedHouse.Shared.class)
class WallLockdownTest {
    private final LivedHouse wall;

    WallLockdownTest(LivedHouse wall) {
        this.wall = wall;
    }

    @AfterEach
    void end() {
        wall.house.endLockdown();
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 3840, 2160, f1", "en, 3840, 2160, f2", "zh, 1920, 1080, f3", "en, 1920, 1080, f1",
        "zh, 1080, 1920, f2", "en, 1080, 1920, f3", "zh, 390, 844, f1", "en, 390, 844, f3"
    })
    void a_banner_stands_over_every_wall_in_both_languages_and_covers_nothing(
            String language, int width, int height, String floor) {
        wall.house.lockDown("stranger on floor 2");
        try (Tab tab = wall.tab(language, width, height)
                .signedIn()
                .open("/wall/harbour?floor=" + floor + (language.equals("en") ? "&theme=light" : ""))) {
            assertThat(tab.at(".lockdown"))
                    .hasText(Pattern.compile(language.equals("zh") ? "封锁中\\s+Lockdown\\s*" : "Lockdown\\s+封锁中\\s*"));
            assertThat(tab.at(".tile .count").first()).containsText(Pattern.compile("\\d"));
            assertThat(tab.at("path.today")).hasAttribute("d", Pattern.compile("M.+"));
            tab.shot("wall-lockdown-" + width + "-" + language + "-" + floor);
            then(tab.layoutFaults()).isEqualTo(List.of());
            then(tab.barriers()).isEmpty();
            then(tab.text()).doesNotContain("stranger", "admin");
            tab.quiet();
        }
    }

    @Test
    void the_banner_comes_and_goes_by_itself() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn().open("/wall/harbour?floor=f2")) {
            assertThat(tab.zone("open-a").locator(".count")).containsText("31");
            assertThat(tab.at(".lockdown")).hasCount(0);
            wall.house.lockDown("drill");
            assertThat(tab.at(".lockdown")).isVisible();
            wall.house.endLockdown();
            assertThat(tab.at(".lockdown")).hasCount(0);
            then(tab.heard()).noneMatch(frame -> frame.contains("drill"));
            tab.quiet();
        }
    }

    @Test
    void the_energy_page_has_the_banner_too() {
        wall.house.lockDown("drill");
        try (Tab tab = wall.tab("en", 1440, 1000).signedIn().open("/energy/harbour")) {
            assertThat(tab.at(".lockdown")).hasText(Pattern.compile("Lockdown\\s+封锁中\\s*"));
            assertThat(tab.at(".kpi").first()).isVisible();
            then(tab.barriers()).isEmpty();
            tab.shot("energy-lockdown").quiet();
        }
    }
}
