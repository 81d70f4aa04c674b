package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LettingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final SiteDefinition SITE = new SiteDefinition(
            "harbour",
            BilingualText.of("Harbour"),
            ZoneId.of("Asia/Shanghai"),
            "CNY",
            SiteDefinition.byId(
                    List.of(
                            zone("desks", "fixed-desks", 32, 80.0),
                            zone("office", "office", 12, 30.0),
                            zone("empty", "office", 8, null),
                            zone("cafe", "cafe", 20, 50.0)),
                    Zone::id),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            SiteDefinition.byId(
                    List.of(
                            plan("fixed-desk", null, null, 2_600.0),
                            plan("year", Period.ofYears(1), null, 12_000.0),
                            plan("team", null, 10, 20_000.0)),
                    Plan::id));

    @Test
    void desks_and_offices_are_let_by_the_memberships_that_are_fixed_to_them() {
        List<Membership> fixed = List.of(
                membership("fixed-desk", "desks", TODAY.minusDays(9), null),
                membership("year", "desks", TODAY.minusMonths(11), null),
                membership("year", "desks", TODAY.minusMonths(13), null),
                membership("fixed-desk", "desks", TODAY.plusDays(1), null),
                membership("team", "office", TODAY, TODAY));
        assertThat(Letting.of(SITE, fixed, TODAY))
                .extracting(one -> one.zone().id(), Letting::let, Letting::rate, Letting::perMonth, Letting::perM2)
                .containsExactly(
                        tuple("desks", 2, 2 / 32.0, 3_600.0, 45.0),
                        tuple("office", 12, 1.0, 20_000.0, 20_000 / 30.0),
                        tuple("empty", 0, 0.0, 0.0, null));
    }

    private static Zone zone(String id, String kind, int capacity, @Nullable Double area) {
        return new Zone(id, null, kind, BilingualText.of(id), null, capacity, area, null);
    }

    private static Plan plan(String id, @Nullable Period validity, @Nullable Integer heads, double price) {
        return new Plan(id, BilingualText.of(id), List.of(), Schedule.ALWAYS, validity, 0, null, heads, price);
    }

    private static Membership membership(String plan, String zone, LocalDate from, @Nullable LocalDate until) {
        return new Membership("ms", "m", plan, from, until, MembershipStatus.ACTIVE, zone, null);
    }
}
