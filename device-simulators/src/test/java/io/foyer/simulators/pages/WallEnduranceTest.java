package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.foyer.simulators.e2e.HubProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A wall hangs for weeks: it neither grows nor goes blank. */
@ExtendWith(LivedHouse.Shared.class)
class WallEnduranceTest {
    /** Of the wall's own time; 60 with {@code -Dwall.minutes=60}, which takes some minutes. */
    private static final int MINUTES = Integer.getInteger("wall.minutes", 2);

    private static final int WARM_MINUTES = 1;
    private static final double MOST_GROWTH_MB = 5;

    private final LivedHouse wall;

    WallEnduranceTest(LivedHouse wall) {
        this.wall = wall;
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void an_hour_of_twenty_changes_a_second_leaves_the_heap_as_it_was() throws IOException {
        String zones = wall.house
                .hub
                .api()
                .login("admin", HubProcess.ADMIN_PASSWORD)
                .get("/api/v1/sites/harbour/occupancy")
                .ok()
                .path("zones")
                .toString();
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn();
                var script = Objects.requireNonNull(getClass().getResourceAsStream("/pages/busy-feed.js"))) {
            tab.page.clock().install();
            tab.page.addInitScript(
                    "(" + new String(script.readAllBytes(), StandardCharsets.UTF_8) + ")(" + zones + ")");
            tab.open("/wall/harbour");
            assertThat(tab.zone("house-total")).isVisible();
            CDPSession devtools = tab.page.context().newCDPSession(tab.page);
            devtools.send("Performance.enable");
            pass(tab, WARM_MINUTES);
            double heap = heap(devtools);
            double nodes = metric(devtools, "Nodes");
            pass(tab, MINUTES);

            then(((Number) tab.page.evaluate("frames_heard")).intValue()).isGreaterThan(MINUTES * 60 * 19);
            double grown = (heap(devtools) - heap) / 1e6;
            System.out.printf(
                    "wall heap after %d minutes: %+.2f MB, %+.0f nodes%n",
                    MINUTES, grown, metric(devtools, "Nodes") - nodes);
            then(grown).isLessThan(MOST_GROWTH_MB);
            then(metric(devtools, "Nodes")).isLessThan(nodes + 2_000);
            assertThat(tab.at(".stage.live")).isVisible();
            tab.quiet();
        }
    }

    @Test
    void the_next_floor_comes_by_itself_but_not_while_a_zone_is_full() {
        try (Tab tab = wall.tab("en", 1920, 1080).signedIn()) {
            tab.page.clock().install();
            tab.open("/wall/harbour");
            assertThat(tab.zone("stage")).isVisible();
            tab.page.clock().runFor(12_500);
            assertThat(tab.zone("anchor")).containsText("Full");
            tab.page.clock().runFor(12_500);
            assertThat(tab.zone("anchor")).containsText("Full");

            wall.house.says("anchor-count", "count", "{\"present\":1}");
            assertThat(tab.zone("anchor")).containsText("1/4");
            tab.page.clock().runFor(12_500);
            assertThat(tab.zone("beacon")).isVisible();
            tab.quiet();
        } finally {
            wall.house.says("anchor-count", "count", "{\"present\":4}");
        }
    }

    private static void pass(Tab tab, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            tab.page.clock().runFor(60_000);
        }
    }

    private static double heap(CDPSession devtools) {
        devtools.send("HeapProfiler.collectGarbage");
        return metric(devtools, "JSHeapUsedSize");
    }

    private static double metric(CDPSession devtools, String name) {
        for (var metric : devtools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject one = metric.getAsJsonObject();
            if (one.get("name").getAsString().equals(name)) {
                return one.get("value").getAsDouble();
            }
        }
        throw new AssertionError("no metric " + name);
    }
}
