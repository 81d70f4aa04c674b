package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Muster;
import io.foyer.hub.domain.access.Muster.MusterEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusterTest {
    private final Hall hall = Hall.withPeople();

    private List<String> list() {
        return Muster.of(hall.site.doorkeeper()).stream()
                .map(one -> one.name() + " in " + one.zone())
                .toList();
    }

    @Test
    void those_who_are_in_are_listed_by_zone_and_name() {
        hall.swipes("dan", "front-in");
        hall.swipes("cai", "front-in");
        hall.comesIn("bob", "lab-in");
        hall.comesIn("ann", "hall-a-in");
        hall.swipes("cai", "front-out");
        hall.swipes("cai", "lab-in");

        assertThat(list()).containsExactly("dan in house", "ann in hall", "bob in lab");
        assertThat(Muster.of(hall.site.doorkeeper())).contains(new MusterEntry("ann", null, "ann", "hall", hall.now));
    }

    @Test
    void after_a_night_who_has_not_left_is_still_listed_and_after_two_no_more() {
        hall.swipes("ann", "front-in");
        hall.now = Hall.at("2026-11-26T04:00");
        hall.ticks();
        assertThat(list()).containsExactly("ann in house");

        hall.now = Hall.at("2026-11-27T04:00");
        hall.ticks();
        assertThat(list()).isEmpty();
    }
}
