package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.site.HubClock;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTimeTest {
    private static final HubClock YESTERDAY = HubClock.ofDemo(Duration.ofDays(-1));
    private static final HubClock TOMORROW = HubClock.ofDemo(Duration.ofDays(1));

    @TempDir
    Path folder;

    @Test
    void the_demos_time_is_refused_on_a_folder_that_the_demo_did_not_make_before_anything_starts() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Vertx vertx = Vertx.vertx();
        try {
            assertThatThrownBy(() -> Database.open(vertx, settings(), YESTERDAY).await())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("The demo did not make")
                    .hasMessageContaining("data.dir");
        } finally {
            vertx.close().await();
        }
        assertThat(folder.resolve("postgres")).isEmptyDirectory();
        assertThat(folder.resolve("foyer.lock")).doesNotExist();
    }

    @Test
    void the_demos_time_is_refused_on_a_database_that_others_run() {
        DatabaseSettings existing = new DatabaseSettings(folder, Optional.of("postgresql://u:p@127.0.0.1/db"));
        assertThatThrownBy(() -> DemoTime.check(existing, YESTERDAY)).hasMessageContaining("database.url");
    }

    @Test
    void a_folder_of_the_demo_never_goes_back_in_time_whoever_opens_it() {
        DemoTime.enter(settings(), TOMORROW);
        assertThatThrownBy(() -> DemoTime.check(settings(), YESTERDAY))
                .hasMessageContaining("in the future")
                .hasMessageContaining("./foyer demo");
        assertThatThrownBy(() -> DemoTime.check(settings(), HubClock.ofMachine()))
                .hasMessageContaining("in the future");
        DemoTime.check(settings(), HubClock.ofDemo(Duration.ofDays(1).plusMinutes(1)));
    }

    @Test
    void what_a_hub_on_the_machines_time_has_opened_is_no_longer_the_demos() throws Exception {
        DemoTime.enter(settings(), YESTERDAY);
        Files.createDirectories(folder.resolve("postgres"));
        DemoTime.check(settings(), HubClock.ofMachine());
        DemoTime.enter(settings(), HubClock.ofMachine());
        assertThatThrownBy(() -> DemoTime.check(settings(), YESTERDAY)).hasMessageContaining("The demo did not make");
    }

    @Test
    void a_file_that_tells_no_time_is_named() throws Exception {
        Files.writeString(folder.resolve("demo-time"), "half a lin");
        assertThatThrownBy(() -> DemoTime.check(settings(), HubClock.ofMachine()))
                .hasMessageContaining(folder.resolve("demo-time").toString());
    }

    @Test
    void the_demos_clock_runs_as_fast_as_the_machines() {
        Duration ahead = Duration.between(Instant.now(), TOMORROW.instant());
        assertThat(ahead)
                .isBetween(
                        Duration.ofDays(1).minusSeconds(60), Duration.ofDays(1).plusSeconds(60));
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(folder, Optional.empty());
    }
}
