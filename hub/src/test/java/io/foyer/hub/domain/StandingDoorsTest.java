package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Muster;
import io.foyer.hub.domain.access.Muster.MusterEntry;
import io.foyer.hub.domain.access.Release;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How doors stand, by their hours, by order and in an emergency, and what their devices hear of it. */
class StandingDoorsTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void in_an_emergency_everybody_leaves_and_nobody_is_forgotten() {
        hall.comesIn("ann", "lab-in");
        hall.site.doorkeeper().release(new Release(hall.now, "desk", "fire"));
        hall.orders.addAll(hall.site.doors().tell("desk", null, hall.now).orders());

        assertThat(hall.orders)
                .filteredOn(DoorOrder.HoldOpenOrder.class::isInstance)
                .hasSize((int) Hall.HOUSE.devices().values().stream()
                        .filter(device -> device.door() != null)
                        .count());
        hall.now = Hall.at("2026-11-27T04:00");
        hall.ticks();
        assertThat(hall.where("ann")).isEqualTo("lab");
        assertThat(Muster.of(hall.site.doorkeeper()))
                .extracting(MusterEntry::name)
                .containsExactly("ann");
        assertThat(hall.swipes("nobody", "lab-out")).isEqualTo(AccessReason.GRANTED);
        assertThat(hall.swipes("ann", "lab-out")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_door_stands_open_in_its_hours_and_its_devices_are_told() {
        hall.now = Hall.at("2026-11-25T20:00").minusSeconds(1);
        hall.ticks();
        assertThat(mode("gate")).isEqualTo(DoorMode.UNLOCKED);
        assertThat(hall.orders)
                .containsExactly(new DoorOrder.HoldOpenOrder("gate-in", null, "gate", hall.now.plusSeconds(10)));

        hall.later(1);
        hall.ticks();
        assertThat(hall.orders)
                .last()
                .isEqualTo(new DoorOrder.ResumeOrder("gate-in", null, "gate", hall.now.plusSeconds(10)));
        hall.ticks();
        assertThat(hall.orders).hasSize(2);
    }

    @Test
    void a_device_that_comes_back_is_told_again() {
        hall.ticks();
        hall.orders.clear();
        hall.site.connected(Hall.HOUSE.devices().get("gate-in"), hall.now);

        hall.ticks();
        assertThat(hall.orders).isEmpty();
        hall.later(1);
        hall.ticks();
        assertThat(hall.orders).hasSize(1).hasOnlyElementsOfType(DoorOrder.HoldOpenOrder.class);
    }

    @Test
    void a_door_that_waits_for_the_first_person_stands_open_from_their_entry_to_the_end_of_the_hours() {
        hall.ticks();
        assertThat(mode("quiet")).isEqualTo(DoorMode.SECURE);
        hall.swipes("ann", "quiet-in");
        assertThat(mode("quiet")).isEqualTo(DoorMode.SECURE);
        hall.opens("quiet-in");
        assertThat(mode("quiet")).isEqualTo(DoorMode.UNLOCKED);

        hall.now = Hall.at("2026-11-25T20:00");
        assertThat(mode("quiet")).isEqualTo(DoorMode.SECURE);
        hall.now = Hall.at("2026-11-26T09:00");
        assertThat(mode("quiet")).isEqualTo(DoorMode.SECURE);
    }

    @Test
    void an_order_of_the_staff_comes_before_the_schedule_and_a_lockdown_before_both() {
        DoorOverride.OverrideMode held = DoorOverride.OverrideMode.HELD_OPEN;
        hall.site.doorkeeper().put(new DoorOverride("front", held, hall.now, hall.now.plusSeconds(60), "desk", "move"));
        assertThat(mode("front")).isEqualTo(DoorMode.HELD_OPEN);
        hall.site
                .doorkeeper()
                .put(new DoorOverride("gate", DoorOverride.OverrideMode.LOCKED, hall.now, null, "desk", "move"));
        assertThat(mode("gate")).isEqualTo(DoorMode.LOCKED);

        hall.site.doorkeeper().lockDown(new Lockdown(hall.now, "desk", "drill"));
        assertThat(List.of(mode("front"), mode("gate"))).containsOnly(DoorMode.LOCKDOWN);
        hall.site.doorkeeper().lockDown(null);
        hall.later(60);
        assertThat(mode("front")).isEqualTo(DoorMode.SECURE);
    }

    private DoorMode mode(String door) {
        return hall.site.doorkeeper().mode(Hall.HOUSE.doors().get(door), hall.now);
    }

    @Test
    void in_an_emergency_a_door_that_is_out_of_use_opens_as_well() {
        assertThat(hall.swipes("ann", "old-out")).isEqualTo(AccessReason.DOOR_DISABLED);

        hall.site.doorkeeper().release(new Release(hall.now, "desk", "fire"));

        assertThat(mode("old")).isEqualTo(DoorMode.RELEASED);
        assertThat(hall.swipes("ann", "old-out")).isEqualTo(AccessReason.GRANTED);
    }
}
