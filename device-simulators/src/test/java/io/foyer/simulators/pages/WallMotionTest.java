package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What moves on a wall: the fill of a zone and the change of floors, and nothing for who has asked for stillness. */
@ExtendWith(LivedHouse.Shared.class)
class WallMotionTest {
    /** Notes each motion that begins: fades of elements by their property, those of the whole view as "floors". */
    private static final String WATCH = """
            () => {
              window.motions = [];
              for (const event of ["transitionrun", "animationstart"]) {
                document.addEventListener(event, ({ propertyName, animationName }) => motions.push(propertyName ?? animationName), true);
              }
              const start = document.startViewTransition.bind(document);
              document.startViewTransition = (show) => { motions.push("floors"); return start(show); };
            }""";

    private final LivedHouse wall;

    WallMotionTest(LivedHouse wall) {
        this.wall = wall;
    }

    @Test
    void a_zones_fill_and_the_floors_fade() {
        try (Tab tab = watched(ReducedMotion.NO_PREFERENCE)) {
            emptyTheRoomAndTurnTheFloor(tab);
            tab.page.waitForFunction("motions.includes('fill') && motions.includes('floors')");
        } finally {
            fillTheRooms();
        }
    }

    @Test
    void nothing_moves_where_reduced_motion_is_asked_for_and_floors_change_all_the_same() {
        try (Tab tab = watched(ReducedMotion.REDUCE)) {
            emptyTheRoomAndTurnTheFloor(tab);
            tab.shot("wall-still"); // draws a frame, in which a motion would have begun
            then(tab.page.evaluate("motions")).isEqualTo(List.of());
            then(tab.page.evaluate("document.getAnimations().length")).isEqualTo(0);
        } finally {
            fillTheRooms();
        }
    }

    private Tab watched(ReducedMotion motion) {
        Tab tab = wall.tab("en", 1920, 1080).signedIn();
        tab.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
        tab.page.clock().install();
        tab.open("/wall/harbour");
        assertThat(tab.zone("stage")).isVisible();
        tab.page.evaluate(WATCH);
        return tab;
    }

    private void emptyTheRoomAndTurnTheFloor(Tab tab) {
        wall.house.says("anchor-count", "count", "{\"present\":1}");
        tab.page.clock().runFor(12_500);
        assertThat(tab.zone("sail")).containsText("6/8");
        wall.house.says("sail-count", "count", "{\"present\":1}");
        assertThat(tab.at("#sail")).hasAttribute("data-state", "load-0");
        tab.page.clock().runFor(12_500);
        assertThat(tab.zone("beacon")).isVisible();
    }

    private void fillTheRooms() {
        wall.house.says("anchor-count", "count", "{\"present\":4}");
        wall.house.says("sail-count", "count", "{\"present\":6}");
    }
}
