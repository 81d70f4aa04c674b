package io.foyer.hub.domain.statement;

import static io.foyer.hub.domain.statement.LetHouse.of;
import static io.foyer.hub.domain.statement.LetHouse.quarter;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.statement.CostStatement.AccountLine;
import io.foyer.hub.domain.statement.CostStatement.BandLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Tenancy ANN = new Tenancy("Ann", "o1", FIRST, null);
    private static final Tenancy BO = new Tenancy("Bo", "o2", FIRST, null);

    /** At ten: 10 kWh, of which Ann 4, Bo 2 and nobody 4, all at the peak's price. */
    private static final List<Quarter> TEN = List.of(
            quarter("main", "23T10:00", Kwh.of(10)),
            quarter("floor", "23T10:00", Kwh.of(7)),
            quarter("p1", "23T10:00", Kwh.of(4)),
            quarter("p2", "23T10:00", Kwh.of(2)));

    private static LetHouse house(ShareBasis basis) {
        return new LetHouse(basis, 0, Map.of());
    }

    private static AccountLine power(CostStatement statement) {
        return statement.accounts().get(0);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void spaces_around_a_companys_name_make_no_other_company() {
        List<Tenancy> spaced = List.of(new Tenancy(" Ann ", "o1", FIRST, null), ANN, BO);

        assertThat(house(ShareBasis.METER).statements(spaced, TEN).stream().map(CostStatement::payer))
                .containsExactly("Ann", "Bo", "common");
    }

    @Test
    void a_tenant_owes_the_own_use_and_a_part_of_what_is_nobodys() {
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(ANN, BO), TEN);
        AccountLine ann = power(of("Ann", all));
        assertThat(ann.bands())
                .containsExactly(new BandLine(
                        "peak",
                        Kwh.of(4),
                        yuan("1.2137"),
                        yuan("4.86"))); // 4.8548, and one of the two cents that rounding down leaves of 12.14
        assertThat(ann.share().part()).isEqualByComparingTo("0.4"); // 4 of 10 kWh
        assertThat(ann.share().quantity()).isEqualTo(Kwh.of(1.6)); // of 4
        assertThat(ann.share().amount()).isEqualTo(yuan("1.94")); // 0.4 of 4.85
        assertThat(ann.fixed()).isEqualTo(yuan("48.23")); // 4 x 0.0412 + 0.4 x (4 x 0.0412 + 120) = 48.23072
        assertThat(ann.demand()).isEqualTo(yuan("608.00")); // 0.4 of 40 kW x 38
        assertThat(of("Ann", all).total()).isEqualTo(yuan("663.03"));
        assertThat(all.stream().map(CostStatement::payer)).containsExactly("Ann", "Bo", "common");
        assertThat(all.stream().map(CostStatement::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(house(ShareBasis.METER).bill("main", TEN).cost());
    }

    @Test
    void by_area_a_tenant_bears_the_part_of_the_house_and_no_empty_floor() {
        List<CostStatement> all = house(ShareBasis.AREA).statements(List.of(ANN, BO), TEN);
        assertThat(power(of("Ann", all)).share().part()).isEqualByComparingTo("0.2");
        assertThat(power(of("Bo", all)).share().part()).isEqualByComparingTo("0.3");
        assertThat(power(of("common", all)).share().part()).isEqualByComparingTo("-0.5"); // half of it stays
        assertThat(power(of("common", all)).share().quantity()).isEqualTo(-Kwh.of(2));
        assertThat(power(of("Bo", all)).demand()).isEqualTo(yuan("456.00"));
    }

    @Test
    void an_area_counts_for_the_days_of_the_tenancy() {
        Tenancy half = new Tenancy("Ann", "o1", FIRST, LocalDate.parse("2026-11-15"));
        List<CostStatement> all = house(ShareBasis.AREA).statements(List.of(half), TEN);
        CostStatement ann = of("Ann", all);
        assertThat(power(ann).share().part()).isEqualByComparingTo("0.1");
        assertThat(power(ann).bands()).isEmpty(); // the 23rd is the house's
    }

    @Test
    void a_meter_changes_hands_at_midnight_and_its_register_with_it() {
        Tenancy first = new Tenancy("Ann", "o1", FIRST, LocalDate.parse("2026-11-15"));
        Tenancy next = new Tenancy("Bo", "o1", LocalDate.parse("2026-11-16"), null);
        List<Quarter> quarters = List.of(
                quarter("main", "15T23:45", Kwh.of(3)),
                quarter("p1", "15T23:45", Kwh.of(1)),
                quarter("main", "16T00:00", Kwh.of(5)),
                quarter("p1", "16T00:00", Kwh.of(2)));
        Instant midnight =
                LocalDate.parse("2026-11-16").atStartOfDay(LetHouse.ZONE).toInstant();
        Map<Instant, RegisterPoint> p1 = Map.of(
                LetHouse.FROM,
                new RegisterPoint(LetHouse.FROM, 100),
                midnight,
                new RegisterPoint(midnight, 100 + Kwh.of(1)),
                LetHouse.END,
                new RegisterPoint(LetHouse.END, 100 + Kwh.of(3)));
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(first, next), quarters, Map.of("p1", p1));
        CostStatement.RegisterLine ann = of("Ann", all).registers().get(0);
        CostStatement.RegisterLine bo = of("Bo", all).registers().get(0);
        assertThat(ann.quantity()).isEqualTo(Kwh.of(1));
        assertThat(ann.to()).isEqualTo(bo.from());
        assertThat(ann.goesOn() && bo.goesOn()).isTrue();
        assertThat(of("Ann", all).notes()).isEmpty();
        assertThat(power(of("Bo", all)).bands()).extracting(BandLine::quantity).containsExactly(Kwh.of(2));
    }

    @Test
    void a_register_that_does_not_explain_the_quantity_is_told() {
        Map<Instant, RegisterPoint> p1 = Map.of(
                LetHouse.FROM, new RegisterPoint(LetHouse.FROM, Kwh.of(900)),
                LetHouse.END, new RegisterPoint(LetHouse.END, Kwh.of(3)));
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(ANN), TEN, Map.of("p1", p1));
        assertThat(of("Ann", all).notes())
                .extracting(note -> note.en())
                .singleElement()
                .asString()
                .contains("p1: its register did not go on");
    }

    @Test
    void a_tenant_of_the_site_file_comes_before_the_zones_company_and_a_shared_zone_is_the_houses() {
        LetHouse house = new LetHouse(ShareBasis.METER, 0, Map.of("p2", "Café"));
        MeterOwners owners = new MeterOwners(house.site, List.of(ANN, BO), LetHouse.DAYS);
        LocalDate day = LetHouse.DAYS.get(0);
        assertThat(owners.tenants()).containsExactly("Ann", "Café");
        assertThat(owners.owner("p2", day)).isEqualTo("Café");
        assertThat(owners.owner("w1", day)).isEqualTo("Ann");
        assertThat(owners.owner("floor", day)).isEqualTo("common");
        Tenancy both = new Tenancy("Bo", "o1", FIRST, null);
        assertThat(new MeterOwners(house.site, List.of(ANN, both), LetHouse.DAYS).owner("p1", day))
                .isEqualTo("common");
        Tenancy floor = new Tenancy("Bo", "f1", FIRST, null);
        assertThat(new MeterOwners(house.site, List.of(floor), LetHouse.DAYS).owner("p1", day))
                .isEqualTo("Bo");
    }

    @Test
    void who_has_a_floor_pays_for_it_less_what_another_has_on_it() {
        Tenancy floor = new Tenancy("Bo", "f1", FIRST, null);
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(ANN, floor), TEN);
        assertThat(power(of("Bo", all)).bands()).extracting(BandLine::quantity).containsExactly(Kwh.of(3));
        assertThat(of("Bo", all).registers())
                .extracting(line -> line.meter().id() + " " + line.isOff())
                .containsExactly("floor false", "p1 true");
    }

    @Test
    void a_meter_with_a_bill_of_its_own_is_taken_off_the_bill_above() {
        LetHouse house = new LetHouse(ShareBasis.METER, 0, Map.of(), Set.of("main", "floor", "tap"));
        List<CostStatement> all = house.statements(List.of(ANN), TEN);
        assertThat(of("common", all).accounts())
                .extracting(
                        line -> line.account().id() + " " + line.bands().get(0).quantity())
                .containsExactly("main " + Kwh.of(3), "floor " + Kwh.of(3));
        assertThat(of("Ann", all).accounts())
                .extracting(line -> line.account().id())
                .containsExactly("floor");
        assertThat(of("common", all).registers())
                .extracting(line -> line.meter().id() + " " + line.isOff())
                .containsExactly("main false", "floor false", "floor true", "p1 true");
    }

    @Test
    void water_is_cut_at_the_steps_of_its_ladder() {
        List<Quarter> quarters = List.of(quarter("tap", "02T09:00", Kwh.of(3)), quarter("w1", "02T09:00", Kwh.of(1.5)));
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(ANN), quarters);
        assertThat(power(of("Ann", all)).bands())
                .containsExactly(
                        new BandLine("low", Kwh.of(1), yuan("3.45"), yuan("3.45")),
                        new BandLine("high", Kwh.of(0.5), yuan("5.2"), yuan("2.60")));
    }

    @Test
    void tax_is_on_what_a_tenant_owes_and_the_house_pays_none_to_itself() {
        List<CostStatement> all = new LetHouse(ShareBasis.METER, 13, Map.of()).statements(List.of(ANN), TEN);
        CostStatement ann = of("Ann", all);
        assertThat(ann.tax()).isEqualTo(yuan("86.32")); // 13 % of 664.03
        assertThat(ann.total()).isEqualTo(yuan("750.35"));
        assertThat(of("common", all).tax()).isEqualTo(yuan("0.00"));
    }

    @Test
    void a_rest_below_nothing_stays_with_the_house_and_has_a_cause() {
        List<Quarter> quarters = List.of(
                quarter("main", "23T10:00", Kwh.of(1)),
                quarter("floor", "23T10:00", Kwh.of(7)),
                quarter("p1", "23T10:00", Kwh.of(4)));
        List<CostStatement> all = house(ShareBasis.METER).statements(List.of(ANN), quarters);
        assertThat(power(of("common", all)).bands())
                .extracting(BandLine::quantity)
                .containsExactly(-Kwh.of(3));
        assertThat(power(of("Ann", all)).share().quantity()).isZero();
        assertThat(of("common", all).notes()).isNotEmpty();
        assertThat(of("Ann", all).net().add(of("common", all).net()))
                .isEqualTo(house(ShareBasis.METER).bill("main", quarters).cost());
    }

    @Test
    void a_month_without_a_reading_is_never_final() {
        assertThat(house(ShareBasis.METER).statements(List.of(ANN), List.of()))
                .allMatch(CostStatement::isProvisional)
                .allMatch(each -> each.notes().contains(StatementNotes.unread()));
        assertThat(house(ShareBasis.METER).statements(List.of(ANN), TEN)).noneMatch(CostStatement::isProvisional);
    }
}
