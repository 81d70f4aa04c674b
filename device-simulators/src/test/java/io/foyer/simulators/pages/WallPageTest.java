package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wall of the test house, as Chromium shows it; each screenshot is in {@code target/screenshots}. */
@ExtendWith(LivedHouse.Shared.class)
class WallPageTest {
    private static final String FLOOR_2 = "/wall/harbour?floor=f2";

    private final LivedHouse wall;
    private final Harbour house;

    WallPageTest(LivedHouse wall) {
        this.wall = wall;
        house = wall.house;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            zh, 港湾社, Harbour House, 全楼在馆, 开放工位 A, 较忙, 已满, 空工位
            en, Harbour House, 港湾社, In the house, Open desks A, Busy, Full, Free desks
            """)
    void the_wall_tells_who_is_where_in_both_languages(
            String language,
            String name,
            String second,
            String total,
            String desks,
            String busy,
            String full,
            String free) {
        try (Tab tab = wall.tab(language, 1920, 1080).signedIn().open(FLOOR_2)) {
            showsFloor2(tab);
            then(tab.at("html").getAttribute("lang")).startsWith(language);
            assertThat(tab.at("header h1")).hasText(name);
            assertThat(tab.at("header .second")).hasText(second);
            assertThat(tab.zone("house-total")).containsText(total);
            assertThat(tab.zone("house-total").locator(".number")).hasText("164 / 300");
            assertThat(tab.zone("open-a").locator("h3")).hasText(desks);
            assertThat(tab.zone("open-a")).containsText(busy);
            assertThat(tab.zone("anchor")).containsText(full);
            assertThat(tab.at(".tabs .number")).hasText(new String[] {"49 / 110", "82 / 120", "33 / 70"});
            assertThat(tab.at(".pair > div").first()).containsText(Pattern.compile(free + "\\s*16"));
            tab.shot("wall-1920-" + language).quiet();
        }
    }

    @Test
    void a_plan_has_its_zones_filled_by_load_and_its_desks_drawn_as_taken_or_free() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn().open(FLOOR_2 + "&theme=light")) {
            showsFloor2(tab);
            assertThat(tab.at("#open-a")).hasAttribute("data-state", "load-2");
            assertThat(tab.at("#anchor")).hasAttribute("data-state", "load-4");
            assertThat(tab.at("#tide")).hasAttribute("data-state", "load-0");
            assertThat(tab.at("[data-desk=taken]")).hasCount(4);
            assertThat(tab.at("[data-desk=free]")).hasCount(16);
            tab.shot("wall-1920-light").quiet();
        }
    }

    @Test
    void a_wall_that_stands_upright_shows_the_same() {
        try (Tab tab = wall.tab("zh", 1080, 1920).signedIn().open(FLOOR_2)) {
            showsFloor2(tab);
            assertThat(tab.zone("house-total").locator(".number")).hasText("164 / 300");
            tab.shot("wall-portrait").quiet();
        }
    }

    @Test
    void a_floor_without_a_plan_is_a_field_of_tiles_with_their_day() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn().open("/wall/harbour?floor=f1")) {
            counts(tab.zone("lounge"), "14");
            counts(tab.zone("stage"), "21");
            for (String zone : List.of("lounge", "stage", "cafe")) {
                assertThat(tab.zone(zone).locator(".spark")).hasCount(1);
            }
            tab.shot("wall-floor-1").quiet();
        }
    }

    @Test
    void a_count_from_a_sensor_appears_without_a_reload() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn().open("/wall/harbour?floor=f3")) {
            counts(tab.zone("beacon"), "10");
            tab.page.evaluate("window.untouched = true");

            house.says("beacon-count", "count", "{\"present\":13}");

            counts(tab.zone("beacon"), "13");
            assertThat(tab.zone("house-total").locator(".number")).hasText("167 / 300");
            then(tab.page.evaluate("window.untouched")).isEqualTo(true);
            tab.quiet();
        } finally {
            house.says("beacon-count", "count", "{\"present\":10}");
        }
    }

    @Test
    void a_zone_whose_sensor_fails_is_unknown_and_the_house_at_least_the_rest() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn().open(FLOOR_2)) {
            showsFloor2(tab);

            house.says("pantry-count", "status", "{\"online\":false}");

            assertThat(tab.zone("pantry")).containsText(Pattern.compile("since 1[45]:\\d\\d"));
            counts(tab.zone("pantry"), "–");
            assertThat(tab.at("#pantry")).hasAttribute("data-state", "unknown");
            assertThat(tab.zone("house-total")).containsText("In the house, at least");
            assertThat(tab.zone("house-total").locator(".number")).containsText("150+");
            then(tab.layoutFaults()).isEqualTo(List.of());
            tab.shot("wall-sensor-unknown").quiet();
        } finally {
            house.says("pantry-count", "count", "{\"present\":14}");
        }
    }

    @Test
    void a_room_that_is_unknown_since_another_day_says_which() {
        house.replay(Places.recorded("robod-room1.csv"));
        try (Tab tab = wall.tab("zh", 1920, 1080).signedIn().open("/wall/replay")) {
            assertThat(tab.zone("room1")).containsText(Pattern.compile("自 2021年12月\\d+日 未知"));
            tab.shot("wall-replay").quiet();
        }
    }

    @Test
    void a_wall_whose_hub_falls_silent_goes_stale_then_unknown_and_comes_back() throws Exception {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn()) {
            tab.page.clock().install();
            tab.open(FLOOR_2);
            showsFloor2(tab);
            signal("-STOP");

            tab.page.clock().fastForward(20_000);
            assertThat(tab.at(".stage.stale header .warn")).containsText("Connection lost");
            counts(tab.zone("open-a"), "31");
            assertThat(tab.at("[data-state^=load]")).hasCount(0);
            assertThat(tab.at(".legend .warn")).containsText(Pattern.compile("Showing the counts of 1[45]:"));
            then(tab.layoutFaults()).isEqualTo(List.of());
            tab.shot("wall-stale");

            tab.page.clock().fastForward(60_000);
            assertThat(tab.at(".stage.unknown .legend .warn"))
                    .containsText(Pattern.compile("Counts unknown since 1[45]:"));
            counts(tab.zone("open-a"), "–");
            then(tab.zone("house-total").innerText()).doesNotContain("164");
            then(tab.layoutFaults()).isEqualTo(List.of());
            tab.shot("wall-unknown");

            signal("-CONT");
            assertThat(tab.at(".stage.live")).isVisible();
            showsFloor2(tab);
        } finally {
            signal("-CONT");
        }
    }

    @Test
    void a_screen_opens_the_wall_without_login_and_learns_no_names() {
        Api admin = house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        String site = "/api/v1/sites/harbour";
        admin.put(site + "/members/m-wei", Map.of("name", "Zhang Wei", "company", "Lanhai"))
                .ok();
        String from = LocalDate.now().minusDays(2).toString();
        admin.put(
                        site + "/memberships/ms-wei",
                        Map.of("member", "m-wei", "plan", "resident", "from", from, "status", "active"))
                .ok();
        admin.put(site + "/credentials/card/04A2B3C4", Map.of("member", "m-wei"))
                .ok();
        house.says("front-in", "swipe", "{\"id\":\"s-1\",\"credential\":\"04A2B3C4\",\"type\":\"card\"}");
        then(admin.get(site + "/access-events")
                        .ok()
                        .path("items")
                        .path(0)
                        .path("member")
                        .asText())
                .isEqualTo("m-wei");
        String token =
                admin.post(site + "/screens", Map.of()).ok().path("token").asText();

        try (Tab tab = wall.tab("en", 1920, 1080).open(FLOOR_2 + "&screen=" + token)) {
            showsFloor2(tab);
            then(tab.page.content()).doesNotContain("Wei", "m-wei", "Lanhai");
            then(tab.heard()).isNotEmpty().noneMatch(frame -> frame.contains("wei") || frame.contains("04A2B3C4"));
            tab.quiet();
            tab.open("/energy/harbour");
            assertThat(tab.at("login-page form")).isVisible();
        }
    }

    private static void showsFloor2(Tab tab) {
        counts(tab.zone("open-a"), "31");
        counts(tab.zone("sail"), "6");
        counts(tab.zone("quiet"), "4");
        assertThat(tab.at("path.today")).hasAttribute("d", Pattern.compile("M.+"));
    }

    private static void counts(Locator zone, String count) {
        assertThat(zone.locator(".count"))
                .hasText(Pattern.compile(count + "(\\s*/.*)?"), new LocatorAssertions.HasTextOptions());
    }

    /** Stops the hub's process in its tracks, or lets it go on. */
    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", name, Long.toString(house.hub.pid())).start().waitFor();
    }
}
