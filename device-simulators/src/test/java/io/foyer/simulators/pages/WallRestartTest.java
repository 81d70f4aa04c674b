package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallRestartTest {
    /** Notes each moment at which the wall shows less than it did: no stage, no zone, or a count that is no number. */
    private static final String WATCH = """
            () => {
              window.blanks = [];
              new MutationObserver(() => {
                const counts = [...document.querySelectorAll("[data-zone=open-a] .count, [data-zone=house-total] .number")];
                if (counts.length < 2 || !counts.every((count) => /\\d/.test(count.textContent))) blanks.push(document.body.innerText);
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }""";

    @TempDir
    Path folder;

    @Test
    void a_hub_that_is_killed_and_started_again_under_a_wall_leaves_no_blank() {
        try (Chromium chromium = new Chromium();
                Harbour house = new Harbour(folder).peopled()) {
            String token = house.screen();
            try (Tab tab = chromium.tab(house, "en", 1920, 1080).open("/wall/harbour?floor=f2&screen=" + token)) {
                assertThat(tab.zone("open-a").locator(".count")).containsText("31");
                house.lockDown("drill");
                assertThat(tab.at(".lockdown")).isVisible();
                tab.page.evaluate(WATCH);

                house.restart();

                assertThat(tab.at(".stage.live")).isVisible();
                assertThat(tab.at(".lockdown")).isVisible();
                assertThat(tab.zone("open-a").locator(".count")).containsText("31");
                house.says("open-a-count", "count", "{\"present\":33}");
                assertThat(tab.zone("open-a").locator(".count")).containsText("33");
                assertThat(tab.zone("house-total").locator(".number")).containsText(Pattern.compile("152"));
                then(tab.page.evaluate("blanks")).isEqualTo(List.of());
            }
        }
    }
}
