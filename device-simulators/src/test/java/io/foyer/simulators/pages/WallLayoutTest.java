package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the wall stands on its screens, and what it tells of rooms, of a usual day and of what is to come. */
@ExtendWith(LivedHouse.Shared.class)
class WallLayoutTest {
    private static final String FLOOR_2 = "/wall/harbour?floor=f2";

    private final LivedHouse wall;

    WallLayoutTest(LivedHouse wall) {
        this.wall = wall;
    }

    private Tab open(String language, int width, int height, String path) {
        Tab tab = wall.tab(language, width, height).signedIn().open(path);
        assertThat(tab.at(".tile .count").first()).containsText(Pattern.compile("\\d"));
        assertThat(tab.at("path.today")).hasAttribute("d", Pattern.compile("M.+"));
        assertThat(tab.at("path.ahead")).hasCount(1);
        assertThat(tab.at(".room .state").first()).containsText(Pattern.compile("\\S"));
        tab.page.evaluate("document.fonts.ready.then(() => true)");
        return tab;
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 3840, 2160", "en, 3840, 2160", "zh, 1920, 1080", "en, 1920, 1080",
        "zh, 1080, 1920", "en, 1080, 1920", "zh, 390, 844", "en, 390, 844"
    })
    void no_word_is_cut_or_stands_over_another_on_any_screen(String language, int width, int height) {
        for (String floor : List.of("f1", "f2", "f3")) {
            try (Tab tab = open(
                    language,
                    width,
                    height,
                    "/wall/harbour?floor=" + floor + (language.equals("en") ? "&theme=light" : ""))) {
                tab.shot("wall-" + width + "-" + language + "-" + floor);
                then(tab.layoutFaults()).as(floor).isEqualTo(List.of());
                tab.quiet();
            }
        }
    }

    @Test
    void a_phone_scrolls_through_all_floors() {
        try (Tab tab = open("en", 390, 844, "/wall/harbour")) {
            for (String zone : List.of("lounge", "open-a", "beacon")) {
                tab.zone(zone).scrollIntoViewIfNeeded();
                assertThat(tab.zone(zone)).isInViewport();
            }
            assertThat(tab.at(".room")).hasCount(6);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            zh, 空闲至, 使用至, 已约至, 起有约, 使用中
            en, Free to, In use to, Booked to, Booked, In use
            """)
    void a_room_is_free_booked_or_in_use_and_until_when(
            String language, String free, String usedTo, String bookedTo, String soon, String used) {
        try (Tab tab = open(language, 1920, 1080, FLOOR_2)) {
            assertThat(tab.at("[data-room]")).hasCount(6);
            then(tab.page.evaluate("[...document.querySelectorAll('[data-room]')].map(room => room.dataset.room)"))
                    .isEqualTo(List.of("tide", "sail", "anchor", "skiff", "beacon", "compass"));
            state(tab, "tide", free + " \\d\\d:\\d\\d");
            state(tab, "sail", usedTo + " \\d\\d:\\d\\d");
            state(tab, "skiff", bookedTo + " \\d\\d:\\d\\d");
            state(tab, "compass", language.equals("zh") ? "\\d\\d:\\d\\d " + soon : soon + " \\d\\d:\\d\\d");
            state(tab, "beacon", used);
            then(tab.text()).doesNotContain("Host of the bookings", "m-host");
        }
    }

    private static void state(Tab tab, String room, String words) {
        assertThat(tab.at("[data-room=" + room + "] .state")).hasText(Pattern.compile("\\s*" + words + "\\s*"));
    }

    @Test
    void the_house_is_compared_with_what_is_usual_and_the_day_goes_on_as_forecast() {
        try (Tab tab = open("en", 1920, 1080, FLOOR_2)) {
            assertThat(tab.zone("house-total")).containsText("A little above the usual 150");
            assertThat(tab.at(".curve")).containsText("Forecast ±9");
            assertThat(tab.at(".curve")).containsText("Usual");
            assertThat(tab.at(".pair")).containsText("2F Quiet room");
        }
    }

    @Test
    void a_house_that_was_not_counted_for_weeks_is_shown_without_a_usual_day() {
        String nothing = "{\"error\":null,\"items\":[]}";
        try (Tab tab = wall.tab("en", 1920, 1080)
                .signedIn()
                .told("**/occupancy/typical?*", nothing)
                .told("**/occupancy/forecast?*", nothing)
                .open(FLOOR_2)) {
            assertThat(tab.zone("house-total")).containsText("Room for 136 more");
            assertThat(tab.at("path.today")).hasAttribute("d", Pattern.compile("M.+"));
            assertThat(tab.at("path.ahead")).hasCount(0);
            then(tab.layoutFaults()).isEqualTo(List.of());
            tab.quiet();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1920, 1080, dark", "zh, 1080, 1920, light", "en, 390, 844, light"})
    void nothing_serious_stands_between_the_wall_and_who_cannot_see_it(
            String language, int width, int height, String theme) {
        try (Tab tab = open(language, width, height, FLOOR_2 + "&theme=" + theme)) {
            then(tab.barriers()).isEmpty();
        }
    }
}
