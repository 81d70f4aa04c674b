package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.web.TestHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeastDataTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = new TestHub();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void a_wall_gets_of_a_site_what_it_draws_and_the_ids_of_desk_sensors() {
        JsonNode site = hub.get(Role.WALL, SITE).json();
        assertThat(site.path("zones")).hasToString("""
                [{"id":"lounge","capacity":40,"name":{"zh":"lounge 区","en":"lounge"}}]""");
        assertThat(site.path("devices")).hasToString("""
                [{"id":"desk-1","kind":"presence","zone":"lounge"}]""");
        assertThat(site.path("countsEntries").asBoolean()).isTrue();
        for (String list : new String[] {"doors", "meters", "plans", "schedules", "tariffs"}) {
            assertThat(site.path(list).isArray()).as(list).isTrue();
            assertThat(site.path(list)).as(list).isEmpty();
        }
    }

    @Test
    void whoever_looks_after_energy_gets_meters_and_tariffs_besides() {
        JsonNode site = hub.get(Role.ENERGY, SITE).json();
        assertThat(site.path("meters")).hasSize(1);
        assertThat(site.path("tariffs")).hasSize(1);
        assertThat(site.path("devices").toString())
                .contains("desk-1", "dev-main")
                .doesNotContain("front-in", "4711");
        assertThat(site.path("doors")).isEmpty();
        assertThat(site.path("plans")).isEmpty();
    }

    @Test
    void the_desk_gets_doors_plans_and_devices_too() {
        JsonNode site = hub.get(Role.DESK, SITE).json();
        assertThat(site.at("/doors/0/lockdownPass/0").asText()).isEqualTo("staff");
        assertThat(site.path("plans")).hasSize(1);
        assertThat(site.path("devices")).hasSize(4);
        assertThat(site.at("/zones/0/hardLimit").asBoolean()).isTrue();
    }

    @Test
    void alarms_of_doors_are_not_for_whoever_looks_after_energy() {
        hub.archive.alarms.add(new Alarm(Alarm.Kind.PASSED_BACK, "lounge", hub.clock.instant(), null, null));
        assertThat(hub.get(Role.DESK, SITE + "/alarms").json().path("items")).hasSize(1);
        assertThat(hub.get(Role.ENERGY, SITE + "/alarms").json().path("items")).isEmpty();
    }
}
