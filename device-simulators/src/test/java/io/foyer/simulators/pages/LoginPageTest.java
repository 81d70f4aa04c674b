package io.foyer.simulators.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.BDDAssertions.then;

import com.microsoft.playwright.Page;
import io.foyer.simulators.e2e.HubProcess;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in and out, by the keyboard alone. */
class LoginPageTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Harbour house;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        house = new Harbour(folder);
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, 登录, 用户名或密码不对。, 墙屏", "en, Sign in, User name or password is wrong., Wall"})
    void a_person_signs_in_by_keyboard_and_a_wrong_password_is_told(
            String language, String signIn, String wrong, String wall) {
        try (Tab tab = chromium.tab(house, language, 1440, 1000).open("/")) {
            assertThat(tab.page).hasURL(Pattern.compile("/login\\?next="));
            assertThat(tab.at("button.primary")).hasText(signIn);
            assertThat(tab.at("#user")).isFocused();
            tab.shot("login-" + language).quiet();

            type(tab, "admin", "not-the-password");
            assertThat(tab.at("[role=alert]")).hasText(wrong);
            assertThat(tab.at("#password")).isFocused();
            assertThat(tab.at("#password")).hasAttribute("aria-invalid", "true");
            tab.shot("login-wrong-" + language);

            tab.page.keyboard().type(HubProcess.ADMIN_PASSWORD);
            tab.page.keyboard().press("Enter");
            assertThat(tab.at("home-page")).containsText(wall);
            assertThat(tab.at("a[href='/wall/harbour']")).isVisible();
            tab.shot("home-" + language);
        }
    }

    @Test
    void whoever_asks_for_a_page_without_a_session_gets_to_it_by_the_login_with_all_that_was_asked() {
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).open("/energy/harbour?meter=f2-hvac&range=week&lang=zh")) {
            signIn(tab);
            assertThat(tab.page).hasURL(Pattern.compile("/energy/harbour\\?meter=f2-hvac&range=week&lang=zh$"));
            assertThat(tab.at("h1")).containsText("二层空调");
        }
    }

    @Test
    void a_session_that_ends_leads_to_the_login_and_back_to_the_same_address() {
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).signedIn().open("/energy/harbour?meter=f1-light")) {
            assertThat(tab.at(".fresh.live")).isVisible();

            Page other = tab.page.context().newPage();
            other.navigate("/");
            other.getByText("Sign out").click();

            assertThat(tab.page).hasURL(Pattern.compile("/login\\?next="));
            signIn(tab);
            assertThat(tab.page).hasURL(Pattern.compile("/energy/harbour\\?meter=f1-light$"));
            assertThat(tab.at(".fresh.live")).isVisible();
        }
    }

    @Test
    void a_login_leads_to_no_other_host() {
        try (Tab tab = chromium.tab(house, "en", 1440, 1000).open("/login?next=//evil.example/energy/harbour")) {
            signIn(tab);
            assertThat(tab.at("home-page")).containsText("Harbour House");
            then(tab.page.url()).isEqualTo(house.address("/"));
            tab.quiet();
        }
    }

    private static void signIn(Tab tab) {
        assertThat(tab.at("#user")).isFocused();
        type(tab, "admin", HubProcess.ADMIN_PASSWORD);
    }

    private static void type(Tab tab, String user, String password) {
        tab.page.keyboard().type(user);
        tab.page.keyboard().press("Tab");
        tab.page.keyboard().type(password);
        tab.page.keyboard().press("Enter");
    }
}
