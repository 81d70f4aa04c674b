package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tenants of the test house's annex owe for the month before this one, as its manager finds out. */
@ExtendWith(LivedHouse.Shared.class)
class StatementsPageTest {
    private static final String CAFE = "拾光咖啡";

    private final Chromium chromium;
    private final Harbour house;
    private final YearMonth month;

    StatementsPageTest(LivedHouse lived) {
        chromium = lived.chromium;
        house = lived.house;
        month = YearMonth.now(ZoneId.of(house.zone)).minusMonths(1);
    }

    /** 1,000 kWh in the annex: 400 in the café, 250 in the studio, and 350 that nobody's meter shows. */
    @BeforeEach
    void read() {
        reading("annex", month.atDay(1).atStartOfDay(), 5_000);
        reading("annex-cafe", month.atDay(1).atStartOfDay(), 100);
        reading("annex-studio", month.atDay(1).atStartOfDay(), 700);
        reading("annex", month.plusMonths(1).atDay(1).atStartOfDay(), 6_000);
        reading("annex-cafe", month.plusMonths(1).atDay(1).atStartOfDay(), 500);
        reading("annex-studio", month.plusMonths(1).atDay(1).atStartOfDay(), 950);
    }

    private void reading(String meter, LocalDateTime local, double kWh) {
        ZonedDateTime at = local.atZone(ZoneId.of(house.zone));
        house.says("dev-" + meter, "meter", "{\"at\":\"%s\",\"energyKwh\":%s}".formatted(at.toInstant(), kWh));
    }

    private int version(String tenant) {
        Api admin = house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        String path = "/api/v1/sites/harbour/energy/statements?month=" + month;
        for (var item : admin.get(path).ok().path("items")) {
            if (item.path("tenant").asText().equals(tenant)) {
                return item.path("version").asInt();
            }
        }
        return 0;
    }

    @Test
    void a_manager_reads_what_a_tenant_owes_and_exports_the_month() throws IOException {
        await().atMost(Duration.ofMinutes(1)).until(() -> version(CAFE) > 0);
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).signedIn().open("/energy/harbour")) {
            tab.at("a.bills").click();
            var row = tab.at(".month tbody tr").filter(new Locator.FilterOptions().setHasText(CAFE));
            assertThat(row).containsText(Pattern.compile("¥\\d"));
            assertThat(tab.at(".month tbody tr").last()).containsText("House");
            then(tab.barriers()).isEmpty();
            tab.shot("statements-1440-en");

            Download export = tab.page.waitForDownload(() -> tab.at("a.export").click());
            then(Files.readString(export.path()).lines())
                    .anyMatch(line -> line.startsWith(CAFE + "," + month) && line.contains(",band,electricity,annex,"))
                    .anyMatch(line -> line.startsWith("common," + month));

            row.locator("a").click();
            assertThat(tab.at(".registers")).containsText(Pattern.compile("100.*500.*400 kWh", Pattern.DOTALL));
            assertThat(tab.at(".amounts")).containsText("by meters");
            assertThat(tab.at(".sheet header")).containsText("Version");
            then(tab.barriers()).isEmpty();
            tab.shot("statement-1440-en").quiet();
        }
    }

    @Test
    void a_statement_prints_on_paper_without_controls() {
        try (Tab tab = chromium.tab(house, "zh", 794, 1123).signedIn()) {
            tab.open("/api/v1/sites/harbour/energy/statements/" + CAFE + "?month=" + month);
            assertThat(tab.at(".registers")).containsText("起码");
            tab.shot("statement-794-zh");
            tab.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(tab.at(".topbar")).isHidden();
            assertThat(tab.at(".title-row")).isHidden();
            assertThat(tab.at(".total")).isVisible();
            tab.shot("statement-print-zh").quiet();
        }
    }

    @Test
    void a_month_and_a_statement_fit_a_phone() {
        try (Tab tab = chromium.tab(house, "zh", 390, 844).signedIn()) {
            tab.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            tab.open("/energy/harbour/statements?month=" + month);
            assertThat(tab.at(".month tfoot")).containsText("合计");
            tab.shot("statements-390-zh");
            tab.at(".month a").getByText(CAFE).click();
            assertThat(tab.at(".total")).isVisible();
            then(tab.page.evaluate("document.querySelector('.sheet').scrollWidth"))
                    .isEqualTo(tab.page.evaluate("document.querySelector('.sheet').clientWidth"));
            then(tab.barriers()).isEmpty();
            tab.shot("statement-390-zh").quiet();
        }
    }

    @Test
    void a_late_reading_makes_the_next_version_and_the_first_one_stays() {
        await().atMost(Duration.ofMinutes(1)).until(() -> version(CAFE) > 0);
        int first = version(CAFE);
        reading("annex-cafe", month.atDay(10).atTime(12, 0), 480);
        await().atMost(Duration.ofMinutes(2)).until(() -> version(CAFE) > first);
        try (Tab tab =
                chromium.tab(house, "zh", 1440, 1000).signedIn().open("/energy/harbour/statements?month=" + month)) {
            tab.at(".month a").getByText(CAFE).click();
            assertThat(tab.at(".sheet header")).containsText("第 " + (first + 1) + " 版");
            tab.shot("statement-1440-zh").quiet();
        }
        Api admin = house.hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        String path = "/api/v1/sites/harbour/energy/statements/%E6%8B%BE%E5%85%89%E5%92%96%E5%95%A1?month=" + month;
        then(admin.get(path + "&version=" + first).ok().path("version").asInt()).isEqualTo(first);
    }
}
