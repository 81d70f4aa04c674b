package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant ISSUED = Instant.parse("2026-11-20T01:00:00Z");
    private static final Visit VISIT =
            new Visit("v1", "Bo", "ann", NINE, NINE.plusSeconds(3_600), Set.of("front", "lounge"), ISSUED, null, null);

    private final Doorkeeper keeper = new Doorkeeper(SmallHouse.definition());

    @BeforeEach
    void aVisitorIsExpected() {
        keeper.put(new Member("ann", "Ann", null, Set.of()));
        keeper.put(VISIT);
    }

    private AccessReason decide(@Nullable QrPass pass, String door, Direction direction, Instant at) {
        return new RuleBook(keeper)
                .decide(new AccessRequest(
                        SmallHouse.definition().doors().get(door),
                        direction,
                        new Credential.CredentialKey(CredentialType.QR, "qr"),
                        null,
                        pass,
                        at,
                        LocalDateTime.ofInstant(at, ZoneId.of("Asia/Shanghai")),
                        Duration.ZERO))
                .reason();
    }

    private AccessReason in(String door, Instant at) {
        return decide(new QrPass.VisitPass("v1", ISSUED), door, Direction.IN, at);
    }

    @Test
    void a_visit_opens_its_doors_in_its_window_and_nothing_else() {
        assertThat(in("front", NINE)).isEqualTo(AccessReason.GRANTED);
        assertThat(in("lounge", NINE.plusSeconds(3_599))).isEqualTo(AccessReason.GRANTED);
        assertThat(in("upstairs", NINE)).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(in("front", NINE.minusNanos(1))).isEqualTo(AccessReason.NO_RIGHT);
        assertThat(in("front", NINE.plusSeconds(3_600))).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        assertThat(in("broken", NINE)).isEqualTo(AccessReason.DOOR_DISABLED);
    }

    @Test
    void a_visitor_who_stays_too_long_is_not_locked_in() {
        assertThat(decide(new QrPass.VisitPass("v1", ISSUED), "front", Direction.OUT, NINE.plusSeconds(7_200)))
                .isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void who_has_checked_out_comes_in_again_only_after_another_check_in() {
        keeper.put(VISIT.checkIn(NINE).checkOut(NINE.plusSeconds(60)));
        assertThat(in("front", NINE.plusSeconds(120))).isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        keeper.put(VISIT.checkIn(NINE.plusSeconds(180)));
        assertThat(in("front", NINE.plusSeconds(240))).isEqualTo(AccessReason.GRANTED);
    }

    @Test
    void a_pass_of_an_earlier_visit_with_this_id_and_one_of_a_visit_that_is_gone_are_unknown() {
        assertThat(decide(new QrPass.VisitPass("v1", ISSUED.minusSeconds(1)), "front", Direction.IN, NINE))
                .isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
        assertThat(decide(null, "front", Direction.IN, NINE)).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
        keeper.removeVisit("v1");
        assertThat(in("front", NINE)).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
    }

    @Test
    void nobody_is_expected_by_a_host_who_is_erased() {
        keeper.erase("ann");
        assertThat(in("front", NINE)).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
    }

    @Test
    void a_members_pass_has_the_members_rights_until_it_is_too_old() {
        QrPass pass = new QrPass.MemberPass("ann", NINE.plusSeconds(60));
        assertThat(decide(pass, "front", Direction.IN, NINE)).isEqualTo(AccessReason.NO_RIGHT);
        keeper.put(new Membership(
                "m", "ann", "all", LocalDate.of(2026, 11, 1), null, Membership.MembershipStatus.ACTIVE, null, null));
        assertThat(decide(pass, "front", Direction.IN, NINE)).isEqualTo(AccessReason.GRANTED);
        assertThat(decide(pass, "front", Direction.IN, NINE.plusSeconds(60)))
                .isEqualTo(AccessReason.CREDENTIAL_EXPIRED);
        keeper.erase("ann");
        assertThat(decide(pass, "front", Direction.IN, NINE)).isEqualTo(AccessReason.UNKNOWN_CREDENTIAL);
    }
}
