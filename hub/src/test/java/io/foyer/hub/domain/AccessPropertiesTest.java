package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever people, doors and time do. */
class AccessPropertiesTest {
    private static final List<String> PEOPLE = List.of("ann", "bob", "cai", "dan", "ten", "eve");
    private static final List<String> READERS =
            Hall.HOUSE.devices().values().stream().map(Device::id).toList();

    /** One thing that happens. */
    record Step(Kind kind, String who, String device, int seconds) {}

    enum Kind {
        SWIPE,
        WRONG_PIN,
        RIGHT_PIN,
        PASSED_BEFORE,
        OPEN,
        CLOSE,
        LATER,
        TICK
    }

    @Provide
    Arbitrary<List<Step>> days() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(8, Kind.SWIPE),
                net.jqwik.api.Tuple.of(1, Kind.WRONG_PIN),
                net.jqwik.api.Tuple.of(1, Kind.RIGHT_PIN),
                net.jqwik.api.Tuple.of(1, Kind.PASSED_BEFORE),
                net.jqwik.api.Tuple.of(5, Kind.OPEN),
                net.jqwik.api.Tuple.of(3, Kind.CLOSE),
                net.jqwik.api.Tuple.of(2, Kind.LATER),
                net.jqwik.api.Tuple.of(2, Kind.TICK));
        Arbitrary<Integer> seconds = Arbitraries.of(0, 1, 5, 10, 11, 60, 120, 3_600, 40_000);
        return Combinators.combine(kinds, Arbitraries.of(PEOPLE), Arbitraries.of(READERS), seconds)
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static Hall hall() {
        Hall hall = new Hall("2026-11-25T09:00");
        PEOPLE.forEach(person -> hall.joins(person, person.equals("ten") ? "three" : "all"));
        hall.joins("eve", "all", "capacity");
        comeIn(hall);
        return hall;
    }

    /** Does it; gives the answer at the door, or null where there is none. */
    private static AccessReason does(Hall hall, Step step) {
        switch (step.kind()) {
            case SWIPE -> {
                return hall.swipes(step.who(), step.device());
            }
            case WRONG_PIN, RIGHT_PIN -> {
                String pin = step.kind() == Kind.RIGHT_PIN ? "1234" : "0000";
                return hall.swipes(step.who(), "vault-in", pin, null, null);
            }
            case PASSED_BEFORE ->
                hall.swipes(
                        step.who(), step.device(), null, hall.now.minusSeconds(step.seconds()), AccessOutcome.GRANTED);
            case OPEN -> hall.opens(step.device());
            case CLOSE -> hall.closes(step.device());
            case LATER -> hall.later(step.seconds());
            case TICK -> hall.ticks();
        }
        return null;
    }

    @Property(tries = 2_000)
    void grants_never_exceed_a_hard_limit(@ForAll("days") List<Step> day) {
        Hall hall = hall();
        for (Step step : day) {
            if (step.kind() != Kind.PASSED_BEFORE && !step.who().equals("eve")) {
                does(hall, step);
                assertThat(placesTaken(hall)).isLessThanOrEqualTo(2);
            }
        }
    }

    private static long placesTaken(Hall hall) {
        return hall.state().whereabouts().stream()
                .filter(of -> (of.zone().equals("hall") && !of.forgiven()) || holdsPlace(hall, of))
                .count();
    }

    private static boolean holdsPlace(Hall hall, Whereabouts of) {
        return of.grant() != null
                && of.grant().target().equals("hall")
                && !of.grant().until().isBefore(hall.now);
    }

    @Property(tries = 1_000)
    void the_same_signals_give_the_same_state_and_what_is_kept_is_all_of_it(@ForAll("days") List<Step> day) {
        Hall hall = hall();
        Hall again = hall();
        List<AccessReason> first = new ArrayList<>();
        List<AccessReason> second = new ArrayList<>();

        day.forEach(step -> first.add(does(hall, step)));
        day.forEach(step -> second.add(does(again, step)));

        assertThat(second).isEqualTo(first);
        assertThat(again.state()).isEqualTo(hall.state());
        assertThat(again.changes).isEqualTo(hall.changes);
        assertThat(hall.kept()).isEqualTo(hall.state());
    }

    private static void comeIn(Hall hall) {
        Hall.HOUSE.devices().values().forEach(device -> hall.keep(hall.site.connected(device, hall.now)));
    }

    @Property(tries = 1_000)
    void a_restart_makes_no_difference(@ForAll("days") List<Step> before, @ForAll("days") List<Step> after) {
        Hall hall = hall();
        Hall restarted = hall();
        for (Step step : before) {
            does(hall, step);
            does(restarted, step);
        }
        hall.ticks();
        restarted.ticks();

        restarted.restarts();
        comeIn(restarted);

        for (Step step : after) {
            assertThat(does(restarted, step)).isEqualTo(does(hall, step));
        }
        AccessState expected = hall.state();
        assertThat(restarted.state()).isEqualTo(expected);
    }

    @Property(tries = 1_000)
    void an_explanation_is_the_decision_and_asking_changes_nothing(@ForAll("days") List<Step> day) {
        Hall hall = hall();
        for (Step step : day) {
            if (step.kind() == Kind.SWIPE) {
                AccessState before = hall.state();
                AccessReason explained = explain(hall, step);
                assertThat(hall.state()).isEqualTo(before);
                assertThat(explained).isEqualTo(does(hall, step));
            } else {
                does(hall, step);
            }
        }
    }

    private static AccessReason explain(Hall hall, Step step) {
        Device device = Hall.HOUSE.devices().get(step.device());
        return hall.site
                .doors()
                .explain(
                        new Credential.CredentialKey(CredentialType.CARD, Hall.card(step.who())),
                        null,
                        Hall.HOUSE.doors().get(String.valueOf(device.door())),
                        device.direction() == Direction.OUT ? Direction.OUT : Direction.IN,
                        hall.now)
                .reason();
    }

    @Property(tries = 1_000)
    void blocking_anything_never_opens_a_door(
            @ForAll("days") List<Step> day, @ForAll("restrictions") Set<String> restrictions) {
        Hall hall = hall();
        day.forEach(step -> does(hall, step));
        List<Step> asked = READERS.stream()
                .flatMap(reader -> PEOPLE.stream().map(person -> new Step(Kind.SWIPE, person, reader, 0)))
                .toList();
        List<AccessReason> before =
                asked.stream().map(step -> explain(hall, step)).toList();

        restrictions.forEach(what -> restrict(hall, what));

        for (int i = 0; i < asked.size(); i++) {
            if (before.get(i) != AccessReason.GRANTED) {
                assertThat(explain(hall, asked.get(i)))
                        .as(asked.get(i).toString())
                        .isNotEqualTo(AccessReason.GRANTED);
            }
        }
    }

    @Provide
    Arbitrary<Set<String>> restrictions() {
        return Arbitraries.of("card", "membership", "lockdown", "front", "lab")
                .set()
                .ofMinSize(1);
    }

    private static void restrict(Hall hall, String what) {
        switch (what) {
            case "card" ->
                hall.site
                        .doorkeeper()
                        .put(new Credential(
                                new Credential.CredentialKey(CredentialType.CARD, Hall.card("ann")),
                                "ann",
                                true,
                                null));
            case "membership" -> hall.suspends("ann");
            case "lockdown" -> hall.site.doorkeeper().lockDown(new Lockdown(hall.now, "desk", "drill"));
            default ->
                hall.site
                        .doorkeeper()
                        .put(new DoorOverride(what, DoorOverride.OverrideMode.LOCKED, hall.now, null, "desk", "drill"));
        }
    }
}
