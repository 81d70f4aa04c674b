package io.foyer.hub.web.api;

import io.foyer.hub.site.Accounts;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.CredentialRecognition;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.web.live.LiveFeed;
import io.foyer.hub.web.login.KnownBrowser;
import io.foyer.hub.web.login.PageSessions;
import io.foyer.hub.web.login.Passwords;
import io.foyer.hub.web.login.PublicAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All endpoints of {@code /api/v1}, as the OpenAPI document beside this class's resources describes them. */
public final class Api {
    static final int MOST_BODY_BYTES = 64 * 1024;
    static final int MOST_STRANGERS_BYTES = 4 * 1024;
    static final int MOST_FILE_BYTES = 10 * 1024 * 1024;
    static final String DESCRIPTION = "/web/openapi.json";

    private final List<Endpoint> endpoints;
    private final ApiGate gate;

    public Api(
            SiteDirectory directory,
            Archive archive,
            Accounts accounts,
            SiteFiles files,
            PageSessions sessions,
            Passwords passwords,
            KnownBrowser browsers,
            CredentialRecognition recognition,
            LiveFeed feed,
            InstantSource clock,
            MeterRegistry metrics,
            PublicAddress address,
            boolean demoTime) {
        gate = new ApiGate(directory, sessions, address, clock, metrics);
        endpoints = Stream.of(
                        new LoginEndpoints(accounts, sessions, passwords, browsers, directory, address, clock)
                                .endpoints(),
                        new AccountEndpoints(accounts, sessions, passwords, directory).endpoints(),
                        new ScreenEndpoints(accounts, sessions).endpoints(),
                        new SiteEndpoints(directory, files, demoTime).endpoints(),
                        new MemberEndpoints(directory, archive, recognition.passes()).endpoints(),
                        new MembershipEndpoints(directory, archive).endpoints(),
                        new CredentialEndpoints(directory, archive, recognition.pins()).endpoints(),
                        new ImportEndpoints(directory, recognition.pins()).endpoints(),
                        new ExportEndpoints(archive).endpoints(),
                        new BookingEndpoints(directory, archive, clock).endpoints(),
                        new RoomEndpoints(archive).endpoints(),
                        new EmptyRoomEndpoints(archive, feed).endpoints(),
                        new UnusedBookingEndpoints(archive).endpoints(),
                        new VisitEndpoints(directory, archive, recognition.passes()).endpoints(),
                        new DoorEndpoints(directory).endpoints(),
                        new AccessEndpoints(directory, archive).endpoints(),
                        new OccupancyEndpoints(directory, archive, feed).endpoints(),
                        new SensorEndpoints(directory).endpoints(),
                        new UseEndpoints(archive).endpoints(),
                        new OutlookEndpoints(archive).endpoints(),
                        new EnergyEndpoints(archive, feed).endpoints(),
                        new MeterUseEndpoints(archive).endpoints(),
                        new MeterEndpoints(directory).endpoints(),
                        new IntensityEndpoints(archive).endpoints(),
                        new BudgetEndpoints(archive).endpoints(),
                        new WasteEndpoints(archive).endpoints(),
                        new CostEndpoints(archive).endpoints(),
                        new BaselineEndpoints(archive).endpoints(),
                        new AnomalyEndpoints(archive).endpoints(),
                        new FlowEndpoints(archive).endpoints(),
                        new StatementEndpoints(directory, archive).endpoints(),
                        new TariffEndpoints(directory).endpoints(),
                        new DemandEndpoints(directory, archive).endpoints(),
                        new AlarmEndpoints(directory, archive).endpoints(),
                        new TrailEndpoints(archive).endpoints())
                .flatMap(List::stream)
                .toList();
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    public void mount(Router router) {
        Buffer description = Buffer.buffer(description());
        router.get("/api/v1/openapi.json").method(HttpMethod.HEAD).handler(context -> {
            context.response().putHeader("Content-Type", "application/json");
            ReplyWriter.end(context.request(), description);
        });
        gate.mount(router, endpoints);
    }

    static String description() {
        try (InputStream document = Objects.requireNonNull(Api.class.getResourceAsStream(DESCRIPTION))) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
