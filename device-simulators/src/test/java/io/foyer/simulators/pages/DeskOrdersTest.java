package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person orders at the desk of the test house, by keyboard alone. */
@ExtendWith(LivedHouse.Shared.class)
class DeskOrdersTest {
    private final LivedHouse lived;

    DeskOrdersTest(LivedHouse lived) {
        this.lived = lived;
    }

    @BeforeEach
    void member() {
        lived.house.member("m-0042", "Lin Xiaoyu 林晓雨", "04A2B3C4D6", false);
    }

    @AfterEach
    void end() {
        lived.house.endLockdown();
    }

    private void swipe(String id) {
        lived.house.says("front-in", "swipe", "{\"id\":\"" + id + "\",\"credential\":\"04A2B3C4D6\"}");
    }

    @Test
    void a_lockdown_needs_a_reason_and_a_word_and_stands_over_every_page_until_somebody_ends_it() {
        try (Tab desk = lived.tab("en", 1440, 1000).signedIn().open("/desk/harbour");
                Tab wall = lived.tab("zh", 1920, 1080).signedIn().open("/wall/harbour")) {
            assertThat(wall.at(".tile .count").first()).isVisible();
            assertThat(desk.at("button.lock")).hasText("Lock down…");
            desk.page.keyboard().press("Shift+L");
            assertThat(desk.at("dialog")).containsText("Lock down Harbour House?");
            desk.page.keyboard().type("Tailgater on floor 2");
            desk.page.keyboard().press("Tab");
            desk.page.keyboard().type("LOOK");
            desk.page.keyboard().press("Enter");
            assertThat(desk.at("dialog .fault")).hasText("Type LOCK to confirm");
            assertThat(desk.at(".lockdown")).hasCount(0);
            then(desk.barriers()).isEmpty();
            desk.shot("desk-lockdown-dialog");

            desk.at("dialog .word").fill("LOCK");
            desk.page.keyboard().press("Enter");
            assertThat(desk.at(".lockdown")).isVisible();
            assertThat(desk.at("dialog")).hasCount(0);
            assertThat(wall.at(".lockdown")).isVisible();
            then(wall.text()).doesNotContain("Tailgater");
            desk.shot("desk-lockdown").quiet();

            desk.at("button.lock").click();
            desk.at("dialog input[name=reason]").fill("gone");
            desk.at("dialog .word").fill("OPEN");
            desk.page.keyboard().press("Enter");
            assertThat(desk.at(".lockdown")).hasCount(0);
            assertThat(wall.at(".lockdown")).hasCount(0);
            desk.quiet();
        }
    }

    @Test
    void a_card_that_is_blocked_at_the_desk_is_refused_at_its_next_swipe() {
        swipe("before");
        try (Tab desk = lived.tab("zh", 1440, 1000).signedIn().open("/desk/harbour")) {
            assertThat(desk.at(".feed li.granted").first()).containsText("Lin Xiaoyu");
            desk.page.keyboard().press("j");
            assertThat(desk.at(".why .person")).hasText("Lin Xiaoyu 林晓雨");
            assertThat(desk.at(".why .acts")).containsText("停用");
            desk.page.keyboard().press("b");
            assertThat(desk.at("dialog")).containsText("04A2B3C4D6");
            desk.at("dialog .danger").click();
            assertThat(desk.at(".why .of")).containsText("已停用");

            swipe("after");
            assertThat(desk.at(".feed li").first()).containsText("凭证已停用");
            desk.shot("desk-blocked").quiet();
        }
    }

    @Test
    void a_door_is_opened_from_the_desk_for_a_reason_that_the_trail_keeps() {
        swipe("at-the-door");
        try (Tab desk = lived.tab("en", 1440, 1000).signedIn().open("/desk/harbour")) {
            assertThat(desk.at(".feed li").first()).isVisible();
            desk.page.keyboard().press("j");
            desk.page.keyboard().press("u");
            desk.at("dialog input[name=reason]").fill("courier, two boxes");
            desk.page.keyboard().press("Enter");
            assertThat(desk.at("dialog")).hasCount(0);
            then(lived.house.trail()).anyMatch(act -> act.contains("unlock") && act.contains("courier, two boxes"));
            desk.quiet();
        }
    }
}
