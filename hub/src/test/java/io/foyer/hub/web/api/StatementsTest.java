package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.energy.Kwh;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.Tenancy;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.IssueStatements;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.TestHub;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final String OCTOBER = "?month=2026-10";

    /** 10:00 in Shanghai. */
    private static final Instant TEN = Instant.parse("2026-10-23T02:00:00Z");

    private final BilledHub billed = new BilledHub();
    private final TestHub hub = billed.hub;

    @BeforeEach
    void let() {
        hub.archive.statements.tenancies.add(new Tenancy("=Ann, 木舟", "lounge", LocalDate.parse("2026-01-01"), null));
        used("main", TEN, 10);
        used("f1-light", TEN, 6);
        used("lounge-plugs", TEN, 4);
    }

    @AfterEach
    void stop() {
        billed.close();
    }

    private void used(String meter, Instant start, double kWh) {
        hub.archive.quarters.add(new Quarter(meter, start, Kwh.of(kWh), false));
    }

    private List<IssuedStatement> issued() {
        return hub.sites.commands.stream()
                .map(IssueStatements.class::cast)
                .flatMap(command -> command.statements().stream())
                .toList();
    }

    /** As if the store had kept all that was issued. */
    private void keep() {
        hub.archive.statements.issued.addAll(issued());
        hub.sites.commands.clear();
    }

    private static BigDecimal net(JsonNode statement) {
        return new BigDecimal(statement.path("net").asText());
    }

    private TestHub.Reply ask(String path, String... headers) {
        return hub.ask("GET", BilledHub.SITE + path, null, with(headers));
    }

    private String[] with(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + hub.accounts.token(Role.ENERGY);
        return all;
    }

    @Test
    void a_months_statements_add_up_to_the_main_meters_bill() {
        JsonNode items = billed.get("/energy/statements" + OCTOBER).path("items");
        JsonNode ann = items.path(0);
        assertThat(ann.path("tenant").asText()).isEqualTo("=Ann, 木舟");
        assertThat(ann.path("version").asInt()).isEqualTo(1);
        assertThat(ann.path("provisional").asBoolean()).isFalse();
        assertThat(ann.at("/bands/0").toString())
                .isEqualTo("{\"meter\":\"main\",\"medium\":\"electricity\",\"name\":\"peak\",\"quantity\":4,"
                        + "\"price\":1.21,\"amount\":\"4.84\"}");
        assertThat(ann.at("/shares/0/part").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(ann.at("/registers/0/meter").asText()).isEqualTo("lounge-plugs");
        assertThat(items.path(1).path("tenant").asText()).isEqualTo("common");
        JsonNode bill = billed.get("/energy/cost?meter=main&step=1mo&from=2026-10-01&to=2026-11-01")
                .at("/items/0/cost");
        assertThat(net(items.path(0)).add(net(items.path(1)))).isEqualTo(new BigDecimal(bill.asText()));
    }

    @Test
    void a_statement_is_a_record_and_a_late_reading_makes_the_next_version() {
        String address = "/energy/statements/%3DAnn%2C%20%E6%9C%A8%E8%88%9F" + OCTOBER;
        String first = billed.get(address).path("total").asText();
        assertThat(issued()).extracting(IssuedStatement::version).containsExactly(1, 1);
        keep();
        assertThat(billed.get(address).path("version").asInt()).isEqualTo(1);
        assertThat(hub.sites.commands).isEmpty();

        used("lounge-plugs", TEN.plusSeconds(900), 1);
        used("main", TEN.plusSeconds(900), 1);
        JsonNode restated = billed.get(address);
        assertThat(restated.path("version").asInt()).isEqualTo(2);
        assertThat(restated.path("total").asText()).isNotEqualTo(first);
        keep();
        JsonNode kept = billed.get(address + "&version=1");
        assertThat(kept.path("total").asText()).isEqualTo(first);
        assertThat(kept.path("version").asInt()).isEqualTo(1);
        assertThat(billed.status(address + "&version=3")).isEqualTo(404);
    }

    @Test
    void who_no_longer_owes_anything_is_told_so() {
        billed.get("/energy/statements" + OCTOBER);
        keep();
        hub.archive.statements.tenancies.clear();
        JsonNode ann = billed.get("/energy/statements" + OCTOBER).at("/items/0");
        assertThat(ann.path("version").asInt()).isEqualTo(2);
        assertThat(ann.path("total").asText()).isEqualTo("0.00");
    }

    @Test
    void a_running_month_is_provisional_and_is_not_issued() {
        used("main", Instant.parse("2026-11-20T02:00:00Z"), 3);
        JsonNode house = billed.get("/energy/statements").at("/items/1");
        assertThat(house.path("month").asText()).isEqualTo("2026-11");
        assertThat(house.path("provisional").asBoolean()).isTrue();
        assertThat(house.path("version").isNull()).isTrue();
        assertThat(hub.sites.commands).isEmpty();
    }

    @Test
    void by_presence_a_tenant_bears_the_part_of_the_hours_of_people() {
        billed.bills(new BillingPolicy(ShareBasis.PRESENCE, BigDecimal.ZERO, Map.of()));
        hub.archive.points.add(new CountPoint("house", TEN, 4, 0, 0));
        hub.archive.points.add(new CountPoint("lounge", TEN, 1, 0, 0));
        JsonNode ann = billed.get("/energy/statements" + OCTOBER).at("/items/0");
        assertThat(ann.at("/shares/0/by").asText()).isEqualTo("presence");
        assertThat(ann.at("/shares/0/part").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(ann.at("/shares/0/quantity").decimalValue()).isEqualByComparingTo("1.5"); // of 6 kWh
        assertThat(ann.at("/notes/0/en").asText()).contains("nobody was counted"); // before the 23rd
    }

    @Test
    void what_cannot_be_kept_is_not_told() {
        hub.sites.reply = new Reply.Unavailability();
        assertThat(billed.status("/energy/statements" + OCTOBER)).isEqualTo(503);
    }

    @Test
    void a_month_that_is_none_and_a_tenant_that_is_none_are_told() {
        for (String month : List.of("2026-13", "2026", "oct", "1999-12", "2026-12", "2026-1")) {
            assertThat(billed.status("/energy/statements?month=" + month))
                    .as(month)
                    .isEqualTo(400);
        }
        assertThat(billed.status("/energy/statements/nobody" + OCTOBER)).isEqualTo(404);
        assertThat(billed.status("/energy/statements/common" + OCTOBER)).isEqualTo(200);
        assertThat(billed.status("/energy/statements/common" + OCTOBER + "&version=0"))
                .isEqualTo(400);
    }

    @Test
    void a_months_export_has_a_line_for_each_amount_and_no_cell_is_a_formula() {
        TestHub.Reply export = ask("/energy/statements" + OCTOBER, "Accept", "text/csv");
        assertThat(export.header("Content-Type")).startsWith("text/csv");
        assertThat(export.body().lines())
                .startsWith("\uFEFFtenant,month,version,provisional,currency,line,medium,meter,name,from,to,quantity,"
                        + "unit,price,amount")
                .contains(
                        "\"'=Ann, 木舟\",2026-10,1,false,CNY,band,electricity,main,peak,,,4,kWh,1.21,4.84",
                        "common,2026-10,1,false,CNY,demand,electricity,main,,,,,,,912.00");
        assertThat(ask("/energy/statements/common" + OCTOBER + "&format=csv")
                        .body()
                        .lines())
                .allMatch(line -> line.startsWith("common,") || line.startsWith("\uFEFFtenant"));
    }

    @Test
    void a_browser_is_shown_a_page() {
        String path = BilledHub.SITE + "/energy/statements/common" + OCTOBER;
        String html = "text/html,application/xhtml+xml;q=0.9";
        assertThat(hub.ask("GET", path, null, "Accept", html).status()).isEqualTo(401);
        TestHub.Reply page =
                hub.ask("GET", path, null, "Accept", html, "Cookie", "foyer=" + hub.accounts.token(Role.ENERGY));
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(hub.ask("GET", path, null, "Accept", html, "Cookie", "foyer=" + hub.accounts.token(Role.DESK))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_instant_that_is_told_is_the_one_that_is_kept() {
        hub.clock.pass(Duration.ofNanos(123_456_789));
        String told =
                billed.get("/energy/statements" + OCTOBER).at("/items/0/issued").asText();
        assertThat(told).endsWith(".123456Z");
        assertThat(issued()).extracting(IssuedStatement::issued).containsOnly(Instant.parse(told));
    }

    @Test
    void a_month_of_before_the_first_reading_is_not_issued() {
        JsonNode house = billed.get("/energy/statements?month=2026-02").at("/items/0");
        assertThat(house.path("provisional").asBoolean()).isTrue();
        assertThat(house.path("version").isNull()).isTrue();
        assertThat(hub.sites.commands).isEmpty();
    }
}
