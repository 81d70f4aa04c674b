package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Passages;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.EnergyTerms;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.domain.tariff.TariffRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a night does to where people are. */
class NightsTest {
    private final Hall hall = Hall.withPeople();

    @Test
    void a_night_forgives_and_a_second_one_forgets() {
        hall.comesIn("ann", "lab-in");
        hall.now = Hall.at("2026-11-26T03:59:59");
        hall.ticks();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.ALREADY_INSIDE);

        hall.now = Hall.at("2026-11-26T04:00");
        hall.ticks();
        assertThat(hall.site.doorkeeper().whereabouts("ann").forgiven()).isTrue();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.GRANTED);

        hall.now = Hall.at("2026-11-27T04:00");
        hall.ticks();
        assertThat(hall.state().whereabouts()).isEmpty();
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    @Test
    void what_comes_after_a_night_but_was_before_it_is_forgiven_as_well() {
        hall.now = Hall.at("2026-11-26T04:00");
        hall.ticks();
        hall.swipes("ann", "lab-in", null, Hall.at("2026-11-25T10:00"), AccessOutcome.GRANTED);
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.ALREADY_INSIDE);

        hall.ticks();
        assertThat(hall.swipes("ann", "lab-in")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void where_the_clock_jumps_over_the_nights_reset_it_comes_as_much_later() {
        Doorkeeper keeper = new Doorkeeper(inBerlinWithResetAt(LocalTime.of(2, 30)));
        Instant three = Instant.parse("2026-03-29T01:00:00Z");
        Whereabouts ann = new Whereabouts("ann", "lab", three.minusSeconds(60), false, null);
        keeper.restore(new AccessState(Set.of(ann), Map.of(), Set.of(), Set.of(), Set.of(), null));
        Passages passages = new Passages(keeper);

        passages.tick(three.minusSeconds(1), new Effects());
        passages.tick(three, new Effects());
        assertThat(keeper.whereabouts("ann").forgiven()).isFalse();
        passages.tick(three.plusSeconds(1_800), new Effects());
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
                Set.of(),
                null));
        Passages passages = new Passages(keeper);

        passages.tick(midnight.plus(Duration.ofDays(7)).minusSeconds(1), new Effects());
        assertThat(keeper.accessState().whereabouts())
                .extracting(Whereabouts::person)
                .containsExactlyInAnyOrder("visit/gone", "ann");
        Effects effects = new Effects();
        passages.tick(midnight.plus(Duration.ofDays(7)), effects);
        assertThat(effects.changes()).containsExactly(new AccessChange.WhereaboutsRemoval("visit/gone"));
        assertThat(keeper.whereabouts("ann").forgiven()).isFalse();
        passages.tick(midnight.plus(Duration.ofDays(8)), new Effects());
        assertThat(keeper.accessState().whereabouts()).isEmpty();
    }

    private static SiteDefinition inBerlinWithResetAt(@Nullable LocalTime reset) {
        return new SiteDefinition(
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
                new AccessPolicy(3, Duration.ofMinutes(2), reset),
                TariffRegister.NONE,
                BillingPolicy.DEFAULT,
                EnergyTerms.NONE);
    }
}
