package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk of the test house, as Chromium shows it. */
@ExtendWith(LivedHouse.Shared.class)
class DeskPageTest {
    private final LivedHouse lived;

    DeskPageTest(LivedHouse lived) {
        this.lived = lived;
    }

    @BeforeEach
    void members() {
        lived.house.member("m-0187", "Zhao Yiming 赵一鸣", "04A2B3C4D5", true);
        lived.house.member("m-0042", "Lin Xiaoyu 林晓雨", "04A2B3C4D6", false);
    }

    private void swipe(String id, String card) {
        lived.house.says("front-in", "swipe", "{\"id\":\"" + id + "\",\"credential\":\"" + card + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"en, Membership expired, Membership end, Not asked after it", "zh, 会籍已到期, 会籍到期, 其后未问"})
    void a_refusal_appears_by_itself_and_is_explained_rule_by_rule(
            String language, String reason, String rule, String rest) {
        try (Tab tab = lived.tab(language, 1440, 1000).signedIn().open("/desk/harbour")) {
            assertThat(tab.at(".feed .loading")).hasCount(0);

            swipe("granted-" + language, "04A2B3C4D6");
            swipe("unknown-" + language, "04FFFFFFFF");
            swipe("refused-" + language, "04A2B3C4D5");

            var newest = tab.at(".feed li").first();
            assertThat(newest).containsText("Zhao Yiming 赵一鸣");
            assertThat(newest).containsText(reason);
            assertThat(tab.at(".feed li").nth(2)).containsText("Lin Xiaoyu");
            newest.locator("button").click();
            assertThat(tab.at(".why .person")).hasText("Zhao Yiming 赵一鸣");
            assertThat(tab.at(".rules .objects")).containsText(reason);
            assertThat(tab.at(".rules .objects code")).hasText("membership-expired");
            assertThat(tab.at(".why .rest")).containsText(rest);
            then(tab.barriers()).isEmpty();
            tab.shot("desk-1440-" + language).quiet();
        }
    }

    @Test
    void what_the_doors_decided_while_the_hub_was_away_is_not_shown_twice_and_refusals_can_be_looked_at_alone() {
        swipe("one", "04A2B3C4D6");
        swipe("two", "04FFFFFFFF");
        try (Tab tab = lived.tab("en", 1440, 1000).signedIn().open("/desk/harbour")) {
            assertThat(tab.at(".feed li").first()).containsText("Unknown card");
            int rows = tab.at(".feed li").count();
            lived.house.restart();
            lived.house.peopled();
            swipe("three", "04FFFFFFFE");
            assertThat(tab.at(".feed li")).hasCount(rows + 1);
            tab.at(".feed .export").first().click();
            assertThat(tab.at(".feed li.granted")).hasCount(0);
            tab.page.keyboard().press("w");
            assertThat(tab.at(".rules .objects")).containsText("Unknown credential");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1440, 1000", "zh, 1440, 1000", "en, 1920, 1080", "zh, 1000, 800", "en, 390, 844", "zh, 390, 844"})
    void the_desk_tells_how_far_counts_can_be_believed(String language, int width, int height) {
        swipe("seen-" + width + language, "04A2B3C4D6");
        try (Tab tab = lived.tab(language, width, height).signedIn()) {
            tab.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            tab.open("/desk/harbour?view=counts");
            assertThat(tab.at(".counts tbody tr")).hasCount(22);
            assertThat(tab.at(".counts tbody tr").first()).containsText(Pattern.compile("16\\d"));
            assertThat(tab.at(".sensors li, .sensors .empty").first()).isVisible();
            assertThat(tab.at(".empty-rooms")).isVisible();
            then(tab.barriers()).isEmpty();
            then(tab.page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            tab.shot("desk-counts-" + width + "-" + language).quiet();
            tab.open("/desk/harbour");
            assertThat(tab.at(".inside .muster")).containsText(Pattern.compile("16\\d"));
            assertThat(tab.at(".feed li").first()).isVisible();
            then(tab.page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
            then(tab.barriers()).isEmpty();
            tab.shot("desk-now-" + width + "-" + language).quiet();
        }
    }

    @Test
    void the_desk_is_for_the_front_desk() {
        try (Tab tab = lived.tab("en", 1440, 1000)) {
            tab.open("/desk/harbour");
            then(tab.page.url()).contains("/login?next=");
            then(List.of(tab.text().split("\n"))).doesNotContain("Zhao Yiming");
        }
    }
}
