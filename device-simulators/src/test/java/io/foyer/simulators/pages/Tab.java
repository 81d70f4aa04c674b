package io.foyer.simulators.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.HubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** One tab of a browser, and all that it should not have done. */
final class Tab implements AutoCloseable {
    private final BrowserContext context;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> abroad = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    final Page page;

    Tab(BrowserContext context, String home) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                abroad.add(request.url());
            }
        });
        page.onWebSocket(socket -> {
            if (!socket.url().startsWith(home.replace("http", "ws"))) {
                abroad.add(socket.url());
            }
            socket.onFrameReceived(frame -> heard.add(frame.text()));
        });
    }

    /** Signs in without the login page. */
    Tab signedIn() {
        context.request()
                .post(
                        "/api/v1/login",
                        RequestOptions.create()
                                .setData(Map.of("user", "admin", "password", HubProcess.ADMIN_PASSWORD)));
        return this;
    }

    Tab open(String path) {
        page.navigate(path);
        return this;
    }

    /** What the page is answered to such a question instead of the hub's answer. */
    Tab told(String address, String json) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(json)));
        return this;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    Locator zone(String zone) {
        return page.locator("[data-zone=" + zone + "]");
    }

    /** What is wrong with how a wall's words stand, as sentences. */
    Object layoutFaults() {
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("/pages/layout-faults.js"))) {
            return page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What stands between the page and who cannot see it, as sentences: the serious findings of axe. */
    List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml() + " "
                                        + rule.getNodes().get(0).getFailureSummary())
                        .toList();
    }

    /** All that is to be read on the page. */
    String text() {
        return page.locator("body").innerText();
    }

    /** What the hub has told over the live feed so far. */
    List<String> heard() {
        return heard;
    }

    /** The page as it is seen, as {@code target/screenshots/NAME.png}. */
    Tab shot(String name) {
        page.evaluate("document.fonts.ready.then(() => true)");
        Path file = Places.top().resolve("device-simulators/target/screenshots/" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    /** No error and no warning in the console, and nothing asked of another host. */
    Tab quiet() {
        assertThat(errors).isEmpty();
        assertThat(abroad).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
