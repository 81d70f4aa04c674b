package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.DoorMode;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.house.AccessPolicy;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What granted ways lead to, from swipes and contacts as devices tell them. */
class PassagesTest {
    private final Hall hall = new Hall("2026-11-25T10:00");

    @BeforeEach
    void fourPeopleHaveCards() {
        for (String member : List.of("ann", "bob", "cai", "dan")) {
            hall.joins(member, "all");
        }
    }

    @Test
    void a_grant_is_an_entry_when_the_door_opens_in_time() {
        assertThat(hall.swipes("ann", "hall-a-in")).isEqualTo(Reason.GRANTED);
        assertThat(hall.where("ann")).isEqualTo("outside");

        hall.later(10);
        hall.opens("hall-a-in");
        assertThat(hall.where("ann")).isEqualTo("hall");
    }

    @Test
    void a_grant_that_nobody_uses_counts_nobody_in_and_gives_its_place_back() {
        hall.swipes("ann", "hall-a-in");
        hall.swipes("bob", "hall-b-in");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(Reason.ZONE_FULL);

        hall.later(11);
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(Reason.GRANTED);
        hall.ticks();
        hall.opens("hall-b-in");
        assertThat(hall.where("bob")).isEqualTo("outside");
    }

    @Test
    void who_swipes_while_the_door_stands_open_is_in() {
        hall.opens("hall-a-in");

        hall.swipes("ann", "hall-a-in");

        assertThat(hall.where("ann")).isEqualTo("hall");
    }

    @Test
    void without_a_contact_the_grant_is_the_entry() {
        hall.swipes("ann", "front-in");
        assertThat(hall.where("ann")).isEqualTo("house");

        hall.swipes("ann", "front-out");
        assertThat(hall.where("ann")).isEqualTo("outside");
    }

    @Test
    void two_doors_and_a_burst_let_in_as_many_as_there_are_places() {
        List<Reason> reasons = List.of(
                hall.swipes("ann", "hall-a-in"),
                hall.swipes("bob", "hall-b-in"),
                hall.swipes("cai", "hall-a-in"),
                hall.swipes("dan", "hall-b-in"),
                hall.swipes("ann", "hall-b-in"));

        assertThat(reasons)
                .containsExactly(Reason.GRANTED, Reason.GRANTED, Reason.ZONE_FULL, Reason.ZONE_FULL, Reason.GRANTED);
    }

    @Test
    void a_place_is_free_when_somebody_has_left() {
        hall.comesIn("ann", "hall-a-in");
        hall.comesIn("bob", "hall-b-in");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(Reason.ZONE_FULL);

        hall.swipes("ann", "hall-a-out");
        assertThat(hall.swipes("cai", "hall-b-in")).isEqualTo(Reason.ZONE_FULL);
        hall.opens("hall-a-out");
        assertThat(hall.swipes("cai", "hall-b-in")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void who_is_exempt_comes_in_beyond_the_limit_and_counts() {
        hall.joins("eve", "all", "capacity");
        hall.comesIn("ann", "hall-a-in");
        hall.comesIn("bob", "hall-b-in");

        assertThat(hall.swipes("eve", "hall-a-in")).isEqualTo(Reason.GRANTED);
        hall.opens("hall-a-in");
        hall.closes("hall-a-in");
        hall.comesIn("ann", "hall-a-out");
        assertThat(hall.swipes("cai", "hall-a-in")).isEqualTo(Reason.ZONE_FULL);
    }

    @Test
    void hard_anti_passback_goes_by_entries_and_not_by_grants() {
        hall.swipes("ann", "lab-in");
        hall.later(11);
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.GRANTED);

        hall.opens("lab-in");
        hall.closes("lab-in");
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.ALREADY_INSIDE);
        assertThat(hall.swipes("bob", "lab-out")).isEqualTo(Reason.NOT_INSIDE);
        assertThat(hall.swipes("ann", "lab-out")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void soft_anti_passback_grants_and_notes() {
        hall.swipes("ann", "lounge-in");
        hall.changes.clear();

        assertThat(hall.swipes("ann", "lounge-in")).isEqualTo(Reason.GRANTED);
        assertThat(hall.changes)
                .filteredOn(Change.Audited.class::isInstance)
                .extracting(change -> ((Change.Audited) change).action())
                .containsExactly("passed-back");
    }

    @Test
    void a_night_forgives_and_a_second_one_forgets() {
        hall.comesIn("ann", "lab-in");
        hall.now = Hall.at("2026-11-26T03:59:59");
        hall.ticks();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.ALREADY_INSIDE);

        hall.now = Hall.at("2026-11-26T04:00");
        hall.ticks();
        assertThat(hall.site.doorkeeper().whereabouts("ann").forgiven()).isTrue();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.GRANTED);

        hall.now = Hall.at("2026-11-27T04:00");
        hall.ticks();
        assertThat(hall.state().whereabouts()).isEmpty();
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void what_comes_after_a_night_but_was_before_it_is_forgiven_as_well() {
        hall.now = Hall.at("2026-11-26T04:00");
        hall.ticks();
        hall.swipes("ann", "lab-in", null, Hall.at("2026-11-25T10:00"), Outcome.GRANTED);
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.ALREADY_INSIDE);

        hall.ticks();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void in_an_emergency_everybody_leaves_and_nobody_is_forgotten() {
        hall.comesIn("ann", "lab-in");
        hall.site.doorkeeper().release(new Release(hall.now, "desk", "fire"));
        hall.orders.addAll(hall.site.entrances().tell("desk", hall.now).orders());

        assertThat(hall.orders)
                .filteredOn(Order.HoldOpen.class::isInstance)
                .hasSize(Hall.HOUSE.devices().size());
        hall.now = Hall.at("2026-11-27T04:00");
        hall.ticks();
        assertThat(hall.where("ann")).isEqualTo("lab");
        assertThat(hall.swipes("nobody", "lab-out")).isEqualTo(Reason.GRANTED);
        assertThat(hall.swipes("ann", "lab-out")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void of_an_interlock_one_door_opens_while_the_other_is_shut_and_unused() {
        assertThat(hall.swipes("ann", "trap-1-in")).isEqualTo(Reason.GRANTED);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
        hall.opens("trap-1-in");
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
        hall.closes("trap-1-in");
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.GRANTED);

        hall.later(11);
        assertThat(hall.swipes("bob", "trap-1-in")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void a_door_stands_open_in_its_hours_and_its_devices_are_told() {
        hall.now = Hall.at("2026-11-25T20:00").minusSeconds(1);
        hall.ticks();
        assertThat(mode("gate")).isEqualTo(DoorMode.UNLOCKED);
        assertThat(hall.orders).containsExactly(new Order.HoldOpen("gate-in", null, "gate", hall.now.plusSeconds(10)));

        hall.later(1);
        hall.ticks();
        assertThat(hall.orders).last().isEqualTo(new Order.Resume("gate-in", null, "gate", hall.now.plusSeconds(10)));
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
        assertThat(hall.orders).hasSize(1).hasOnlyElementsOfType(Order.HoldOpen.class);
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
        DoorState.Mode held = DoorState.Mode.HELD_OPEN;
        hall.site.doorkeeper().put(new DoorState("front", held, hall.now, hall.now.plusSeconds(60), "desk", "move"));
        assertThat(mode("front")).isEqualTo(DoorMode.HELD_OPEN);
        hall.site.doorkeeper().put(new DoorState("gate", DoorState.Mode.LOCKED, hall.now, null, "desk", "move"));
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
    void wrong_pins_lock_the_card_for_a_while_and_a_right_one_forgets_them() {
        for (String pin : List.of("1", "2", "1234", "1", "2", "3")) {
            hall.swipes("ann", "vault-in", pin, null, null);
        }
        assertThat(hall.swipes("ann", "vault-in", "1234", null, null)).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        assertThat(hall.swipes("bob", "vault-in", "1234", null, null)).isEqualTo(Reason.GRANTED);

        hall.later(120);
        assertThat(hall.swipes("ann", "vault-in", "1234", null, null)).isEqualTo(Reason.GRANTED);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void pins_that_are_nobodys_lock_the_door_for_pins_alone() {
        for (String guess : List.of("1", "2", "3", "4")) {
            hall.hear("front-in", new Message.Swipe(guess, CredentialType.PIN, null, null, null), null);
        }
        assertThat(hall.orders)
                .extracting(order -> ((Order.Deny) order).reason())
                .containsExactly(
                        Reason.UNKNOWN_CREDENTIAL,
                        Reason.UNKNOWN_CREDENTIAL,
                        Reason.UNKNOWN_CREDENTIAL,
                        Reason.TOO_MANY_ATTEMPTS);
        assertThat(hall.swipes("ann", "front-in")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void all_entries_of_a_day_are_one_visit() {
        hall.joins("ten", "three");
        for (String day : List.of("2026-11-23", "2026-11-24", "2026-11-25")) {
            hall.now = Hall.at(day + "T09:00");
            assertThat(hall.swipes("ten", "front-in")).isEqualTo(Reason.GRANTED);
            assertThat(hall.swipes("ten", "gate-in")).isEqualTo(Reason.GRANTED);
        }
        hall.now = Hall.at("2026-11-26T00:00");
        assertThat(hall.swipes("ten", "front-out")).isEqualTo(Reason.GRANTED);
        assertThat(hall.swipes("ten", "front-in")).isEqualTo(Reason.VISITS_USED_UP);
    }

    @Test
    void a_visit_is_used_by_the_entry_and_not_by_the_grant() {
        hall.joins("ten", "three");
        hall.swipes("ten", "lab-in");
        assertThat(hall.state().daysUsed()).isEmpty();

        hall.opens("lab-in");
        assertThat(hall.state().daysUsed()).hasSize(1);
    }

    @Test
    void a_counted_pass_is_spared_where_another_membership_opens_as_well() {
        hall.joins("ten", "three");
        hall.site
                .doorkeeper()
                .put(new Membership(
                        "more",
                        "ten",
                        "all",
                        LocalDate.parse("2026-11-01"),
                        null,
                        Membership.Status.ACTIVE,
                        null,
                        null));

        hall.swipes("ten", "front-in");

        assertThat(hall.state().daysUsed()).isEmpty();
    }

    @Test
    void a_pass_that_starts_on_first_use_counts_its_days_from_there() {
        hall.joins("new", "week", true);
        hall.swipes("new", "front-in");

        hall.now = Hall.at("2026-12-01T23:59:59");
        assertThat(hall.swipes("new", "front-in")).isEqualTo(Reason.GRANTED);
        hall.later(1);
        assertThat(hall.swipes("new", "front-in")).isEqualTo(Reason.MEMBERSHIP_EXPIRED);
    }

    @Test
    void what_a_device_decided_itself_moves_people_if_it_is_the_newest_and_uses_their_visit() {
        hall.joins("ten", "three");
        assertThat(hall.swipes("ten", "lab-in", null, hall.now.minusSeconds(86_400), Outcome.GRANTED))
                .isEqualTo(Reason.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("lab");
        assertThat(hall.state().daysUsed().get("of ten")).containsExactly(LocalDate.parse("2026-11-24"));

        hall.swipes("ten", "lab-out", null, hall.now.minusSeconds(90_000), Outcome.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("lab");
        hall.swipes("ten", "lab-out", null, hall.now.minusSeconds(80_000), Outcome.GRANTED);
        assertThat(hall.where("ten")).isEqualTo("house");
        assertThat(hall.orders).isEmpty();
    }

    @Test
    void a_late_swipe_and_a_denied_one_move_nobody() {
        hall.swipes("ann", "front-in", null, hall.now.minusSeconds(600), null);
        hall.swipes("bob", "front-in", null, hall.now.minusSeconds(600), Outcome.DENIED);

        assertThat(hall.state().whereabouts()).isEmpty();
    }

    @Test
    void a_restart_brings_everything_back() {
        hall.joins("ten", "three");
        hall.comesIn("ann", "lab-in");
        hall.comesIn("bob", "hall-a-in");
        hall.swipes("ten", "front-in");
        hall.swipes("cai", "hall-b-in");
        hall.swipes("dan", "trap-1-in");
        hall.swipes("dan", "vault-in", "1", null, null);
        hall.comesIn("ann", "quiet-in");

        hall.restarts();

        assertThat(hall.state()).isEqualTo(hall.kept());
        assertThat(hall.swipes("dan", "hall-a-in")).isEqualTo(Reason.ZONE_FULL);
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);
        assertThat(mode("quiet")).isEqualTo(DoorMode.UNLOCKED);
        hall.opens("hall-b-in");
        assertThat(hall.where("cai")).isEqualTo("hall");
    }

    @Test
    void what_a_contact_said_before_a_restart_is_unknown_if_its_device_stays_away() {
        hall.opens("trap-1-in");
        hall.restarts();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.INTERLOCK);

        hall.later(60);
        hall.ticks();
        assertThat(hall.swipes("ann", "trap-2-in")).isEqualTo(Reason.GRANTED);
    }

    @Test
    void what_was_answered_while_nothing_could_be_kept_is_kept_later() {
        Message.Swipe swipe = new Message.Swipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new Stamp("s", null, hall.now, false), swipe);

        hall.changes.addAll(hall.site.entrances().settle().changes());

        assertThat(hall.kept()).isEqualTo(hall.state());
        assertThat(hall.where("ann")).isEqualTo("house");
        assertThat(hall.site.entrances().settle().changes()).isEmpty();
    }

    @Test
    void what_was_answered_then_does_not_undo_what_was_kept_since() {
        Message.Swipe swipe = new Message.Swipe(Hall.card("ann"), CredentialType.CARD, null, null, null);
        hall.site.answer(Hall.HOUSE.devices().get("front-in"), new Stamp("s", null, hall.now, false), swipe);
        hall.later(5);
        hall.comesIn("ann", "lab-in");

        hall.changes.addAll(hall.site.entrances().settle().changes());

        assertThat(hall.where("ann")).isEqualTo("lab");
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void where_the_clock_jumps_over_the_nights_reset_it_comes_as_much_later() {
        Doorkeeper keeper = new Doorkeeper(inBerlinWithResetAt(LocalTime.of(2, 30)));
        Instant three = Instant.parse("2026-03-29T01:00:00Z");
        Whereabouts ann = new Whereabouts("ann", "lab", three.minusSeconds(60), false, null);
        keeper.restore(new AccessState(Set.of(ann), Map.of(), Set.of(), Set.of(), null));
        Passages passages = new Passages(keeper);

        passages.tick(three.minusSeconds(1));
        passages.tick(three);
        assertThat(keeper.whereabouts("ann").forgiven()).isFalse();
        passages.tick(three.plusSeconds(1_800));
        assertThat(keeper.whereabouts("ann").forgiven()).isTrue();
    }

    @Test
    void without_a_nights_reset_who_passed_no_door_for_seven_days_is_forgotten() {
        Doorkeeper keeper = new Doorkeeper(inBerlinWithResetAt(null));
        Instant midnight = Instant.parse("2026-11-24T23:00:00Z");
        keeper.restore(new AccessState(
                Set.of(
                        new Whereabouts("visit/gone", "lab", midnight.minusSeconds(1), false, null),
                        new Whereabouts("ann", "lab", midnight.plusSeconds(1), false, null),
                        new Whereabouts("bob", Zone.OUTSIDE, midnight, false, null)),
                Map.of(),
                Set.of(),
                Set.of(),
                null));
        Passages passages = new Passages(keeper);

        passages.tick(midnight.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(keeper.accessState().whereabouts())
                .extracting(Whereabouts::person)
                .containsExactlyInAnyOrder("visit/gone", "ann");
        assertThat(passages.tick(midnight.plus(Duration.ofDays(7))))
                .containsExactly(new Change.WhereaboutsGone("visit/gone"));
        assertThat(keeper.whereabouts("ann").forgiven()).isFalse();
        passages.tick(midnight.plus(Duration.ofDays(8)));
        assertThat(keeper.accessState().whereabouts()).isEmpty();
    }

    private static House inBerlinWithResetAt(@Nullable LocalTime reset) {
        return new House(
                Hall.HOUSE.site(),
                Hall.HOUSE.name(),
                ZoneId.of("Europe/Berlin"),
                Hall.HOUSE.currency(),
                Hall.HOUSE.zones(),
                Hall.HOUSE.doors(),
                Hall.HOUSE.devices(),
                Hall.HOUSE.meters(),
                Hall.HOUSE.schedules(),
                Hall.HOUSE.plans(),
                new AccessPolicy(3, Duration.ofMinutes(2), reset));
    }
}
