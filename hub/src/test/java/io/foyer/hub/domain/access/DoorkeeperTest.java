package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.access.Explanation.Verdict;
import io.foyer.hub.domain.definition.Direction;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorkeeperTest {
    private static final ZoneId SHANGHAI = SmallHouse.SHANGHAI;
    private final Doorkeeper keeper = new Doorkeeper(SmallHouse.definition());

    @BeforeEach
    void somebodyHasACard() {
        keeper.put(new Member("ann", "Ann", null, Set.of()));
        keeper.put(card("A", false, null));
    }

    private static Credential card(String value, boolean blocked, @Nullable String until) {
        return new Credential(
                new Credential.CredentialKey(CredentialType.CARD, value),
                "ann",
                blocked,
                until == null
                        ? null
                        : LocalDateTime.parse(until).atZone(SHANGHAI).toInstant());
    }

    private void membership(
            String id, String plan, String from, @Nullable String until, Membership.MembershipStatus status) {
        keeper.put(new Membership(
                id,
                "ann",
                plan,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                status,
                null,
                null));
    }

    private AccessRequest request(String card, String door, Direction direction, String local, long ageSeconds) {
        LocalDateTime at = LocalDateTime.parse(local);
        return new AccessRequest(
                SmallHouse.definition().doors().get(door),
                direction,
                new Credential.CredentialKey(CredentialType.CARD, card),
                null,
                at.atZone(SHANGHAI).toInstant(),
                at,
                Duration.ofSeconds(ageSeconds));
    }

    private AccessReason decide(String door, String local) {
        return new RuleBook(keeper)
                .decide(request("A", door, Direction.IN, local, 0))
                .reason();
    }

    @ParameterizedTest(name = "{0} {1}..{2} {3} at {4} on {5}: {6}")
    @CsvSource({
        "f1, 2026-11-01, 2026-11-30, ACTIVE, front, 2026-11-23T09:00, GRANTED",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, lounge, 2026-11-23T09:00, GRANTED",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, upstairs, 2026-11-23T09:00, NO_RIGHT",
        "all, 2026-11-01, 2026-11-30, ACTIVE, upstairs, 2026-11-22T03:00, GRANTED",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, front, 2026-11-23T08:29:59, OUTSIDE_HOURS",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, front, 2026-11-23T08:30, GRANTED",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, front, 2026-11-23T20:00, OUTSIDE_HOURS",
        "f1, 2026-11-01, 2026-11-30, ACTIVE, front, 2026-11-22T09:00, OUTSIDE_HOURS",
        "f1, 2026-11-24, 2026-11-30, ACTIVE, front, 2026-11-23T09:00, MEMBERSHIP_NOT_STARTED",
        "f1, 2026-11-01, 2026-11-22, ACTIVE, front, 2026-11-23T09:00, MEMBERSHIP_EXPIRED",
        "all, 2026-11-01, 2026-11-22, ACTIVE, front, 2026-11-22T23:59:59, GRANTED",
        "all, 2026-11-01, 2026-11-22, ACTIVE, front, 2026-11-23T00:00, MEMBERSHIP_EXPIRED",
        "f1, 2026-11-01, 2026-11-30, ENDED, front, 2026-11-23T09:00, MEMBERSHIP_EXPIRED",
        "f1, 2026-11-01, 2026-11-30, SUSPENDED, front, 2026-11-23T09:00, MEMBERSHIP_SUSPENDED",
        "f1, 2026-11-01, , ACTIVE, front, 2036-11-24T09:00, GRANTED",
        "night, 2026-11-01, , ACTIVE, front, 2026-11-21T05:59, GRANTED",
        "night, 2026-11-01, , ACTIVE, front, 2026-11-21T06:00, OUTSIDE_HOURS",
        "night, 2026-11-01, , ACTIVE, front, 2026-11-20T05:00, OUTSIDE_HOURS",
        "day, 2026-11-23, , ACTIVE, front, 2026-11-23T23:00, GRANTED",
        "day, 2026-11-23, , ACTIVE, front, 2026-11-24T00:00, MEMBERSHIP_EXPIRED",
        "month, 2026-01-31, , ACTIVE, front, 2026-03-03T12:00, GRANTED",
        "month, 2026-01-31, , ACTIVE, front, 2026-03-04T00:00, MEMBERSHIP_EXPIRED",
        "gone, 2026-11-01, , ACTIVE, front, 2026-11-23T09:00, NO_RIGHT",
        "f1, 2026-11-01, , ACTIVE, broken, 2026-11-23T09:00, DOOR_DISABLED",
        "f1, 2026-11-01, , ACTIVE, nowhere, 2026-11-23T09:00, UNKNOWN_DOOR",
        "f1, 2026-11-01, , ACTIVE, vault, 2026-11-23T09:00, PIN_REQUIRED"
    })
    void a_membership_opens_its_zones_in_its_hours_on_its_days(
            String plan,
            String from,
            @Nullable String until,
            Membership.MembershipStatus status,
            String door,
            String at,
            AccessReason reason) {
        membership("m", plan, from, until, status);

        assertThat(decide(door, at)).isEqualTo(reason);
    }

    @ParameterizedTest(name = "a card whose PIN is {0}, and {1} is typed: {2}")
    @CsvSource({
        ", , PIN_REQUIRED",
        ", 2468, PIN_WRONG",
        "2468, , PIN_REQUIRED",
        "2468, 2469, PIN_WRONG",
        "2468, 24680, PIN_WRONG",
        "2468, 2468, GRANTED"
    })
    void a_card_and_pin_door_opens_to_both_together(@Nullable String set, @Nullable String typed, AccessReason reason) {
        membership("m", "f1", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);
        keeper.put(card("A", false, null).withPin(set));
        AccessRequest card = request("A", "vault", Direction.IN, "2026-11-23T09:00", 0);

        assertThat(new RuleBook(keeper)
                        .decide(new AccessRequest(
                                card.door(),
                                card.direction(),
                                card.credential(),
                                typed,
                                card.at(),
                                card.local(),
                                card.age()))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void the_membership_that_gets_furthest_speaks() {
        membership("old", "all", "2025-01-01", "2025-12-31", Membership.MembershipStatus.ACTIVE);
        membership("now", "f1", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);

        assertThat(decide("upstairs", "2026-11-23T09:00")).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(decide("front", "2026-11-23T07:00")).isEqualTo(AccessReason.OUTSIDE_HOURS);
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void who_holds_nothing_has_no_right() {
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.NO_RIGHT);
    }

    @Test
    void nobody_is_locked_in() {
        membership("m", "f1", "2025-01-01", "2025-01-02", Membership.MembershipStatus.ENDED);

        assertThat(new RuleBook(keeper)
                        .decide(request("A", "front", Direction.OUT, "2026-11-22T23:00", 0))
                        .reason())
                .isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_late_swipe_opens_nothing_and_neither_does_one_from_the_future() {
        membership("m", "all", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);

        assertThat(new RuleBook(keeper)
                        .decide(request("A", "front", Direction.IN, "2026-11-23T09:00", 30))
                        .reason())
                .isEqualTo(AccessReason.GRANTED);
        assertThat(new RuleBook(keeper)
                        .decide(request("A", "front", Direction.IN, "2026-11-23T09:00", 31))
                        .reason())
                .isEqualTo(AccessReason.STALE_SWIPE);
        assertThat(new RuleBook(keeper)
                        .decide(request("A", "front", Direction.IN, "2026-11-23T09:00", -31))
                        .reason())
                .isEqualTo(AccessReason.STALE_SWIPE);
    }

    @Test
    void a_credential_counts_until_it_is_blocked_expired_or_taken_away() {
        membership("m", "all", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.GRANTED);

        keeper.put(card("A", false, "2026-11-23T09:00"));
        assertThat(decide("front", "2026-11-23T08:59:59")).isEqualTo(AccessReason.GRANTED);
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);

        keeper.put(card("A", true, null));
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.CREDENTIAL_BLOCKED);

        keeper.remove(new Credential.CredentialKey(CredentialType.CARD, "A"));
        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
    }

    @Test
    void who_is_erased_is_forgotten_with_cards_and_memberships() {
        membership("m", "all", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);

        keeper.erase("ann");

        assertThat(decide("front", "2026-11-23T09:00")).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
        assertThat(keeper.knows("ann")).isFalse();
        assertThat(keeper.membership("m")).isNull();
    }

    @Test
    void an_explanation_tells_every_rule_and_agrees_with_the_decision() {
        membership("m", "f1", "2026-11-01", null, Membership.MembershipStatus.ACTIVE);
        AccessRequest request = request("A", "upstairs", Direction.IN, "2026-11-23T09:00", 0);

        Explanation explanation = new RuleBook(keeper).explain(request);

        assertThat(explanation.reason())
                .isEqualTo(new RuleBook(keeper).decide(request).reason())
                .isEqualTo(AccessReason.NO_RIGHT);
        assertThat(explanation.rules()).extracting(Explanation.RuleAnswer::rule).isSorted();
        assertThat(explanation.rules())
                .extracting(step -> step.text().en())
                .contains(
                        "Not so: This door is out of use",
                        "The membership does not include this place",
                        "Not asked: This place is full");
        assertThat(explanation.rules())
                .filteredOn(step -> step.answer() == Verdict.OBJECTS)
                .extracting(Explanation.RuleAnswer::rule)
                .containsExactly(AccessReason.NO_RIGHT);
        assertThat(explanation.rules())
                .filteredOn(step -> step.rule().compareTo(AccessReason.NO_RIGHT) > 0)
                .allMatch(step -> step.answer() == Verdict.NOT_ASKED);
    }

    @Test
    void every_reason_has_words_in_both_languages() {
        for (AccessReason reason : AccessReason.values()) {
            assertThat(ReasonText.of(reason).zh()).isNotBlank();
            assertThat(ReasonText.of(reason).en()).isNotBlank();
        }
    }
}
