package io.foyer.simulators.pages;

import io.foyer.simulators.Main;
import io.foyer.simulators.Places;
import io.foyer.simulators.e2e.Api;
import io.foyer.simulators.e2e.HubProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A hub with the test house, which takes the place of the demo's, beside the site of recordings. The house's clock is set so that it is after two in the
 * afternoon there, whenever the tests run.
 */
final class Harbour implements AutoCloseable {
    static final String SITE = "harbour";
    static final int DESKS = 20;

    /** Who is where now: 49, 82 and 33 people on the three floors, 164 in all; four of them in the quiet room. */
    static final Map<String, Integer> PEOPLE = new TreeMap<>(Map.ofEntries(
            Map.entry("lounge", 14),
            Map.entry("stage", 21),
            Map.entry("cafe", 14),
            Map.entry("open-a", 31),
            Map.entry("open-b", 12),
            Map.entry("pantry", 14),
            Map.entry("tide", 0),
            Map.entry("sail", 6),
            Map.entry("anchor", 4),
            Map.entry("office-201", 9),
            Map.entry("office-202", 0),
            Map.entry("booths", 2),
            Map.entry("studio", 15),
            Map.entry("library", 8),
            Map.entry("beacon", 10)));

    /** Rooms in which nobody is, and of which no day is recorded. */
    private static final List<String> EMPTY_ROOMS = List.of("skiff", "compass");

    private static final int HOUR = 14;

    HubProcess hub;
    final Path config;
    final String zone;
    private final Path folder;

    Harbour(Path folder) {
        this.folder = folder;
        int offset = HOUR - ZonedDateTime.now(ZoneOffset.UTC).getHour();
        zone = offset == 0 ? "UTC" : "Etc/GMT" + (offset > 0 ? "-" : "+") + Math.abs(offset);
        config = folder.resolve("config");
        copy(Places.config(), config);
        copy(Places.top().resolve("device-simulators/src/test/resources/harbour"), config);
        hub = HubProcess.start(config, folder.resolve("data"));
    }

    /** So many days of history by the real replay, then every sensor and meter once more, live. */
    Harbour lived(int days) {
        HarbourTrace trace = HarbourTrace.until(ZonedDateTime.now(ZoneOffset.UTC), HOUR, days);
        try {
            replay(Files.writeString(folder.resolve("house.csv"), trace.csv()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        trace.meters().forEach((meter, reading) -> says("dev-" + meter, "meter", reading));
        says("dev-water", "meter", "{\"volumeM3\":812.4,\"flowM3h\":0.3}");
        says("dev-uplink", "meter", "{\"rxBytes\":918273645120,\"txBytes\":192837465090}");
        says("lounge-line", "count", trace.lounge());
        return peopled();
    }

    /** Every sensor but the lounge's, live. */
    Harbour peopled() {
        PEOPLE.forEach((room, people) -> {
            if (!room.equals("lounge")) {
                says(room + "-count", "count", "{\"present\":" + people + "}");
            }
        });
        EMPTY_ROOMS.forEach(room -> says(room + "-count", "count", "{\"present\":0}"));
        for (int desk = 1; desk <= DESKS; desk++) {
            says("quiet-" + desk, "presence", "{\"occupied\":" + (desk % 5 == 2) + "}");
        }
        return this;
    }

    /** One thing from one device of the house. */
    void says(String device, String kind, String payload) {
        Device.once(hub, SITE, device, kind, payload);
    }

    /** kill -9, and a new start on what is left, on the same ports. */
    void restart() {
        Map<String, String> ports = Map.of(
                "FOYER_HTTP_PORT", String.valueOf(hub.httpPort()), "FOYER_MQTT_PORT", String.valueOf(hub.mqttPort()));
        hub.kill9();
        hub = HubProcess.start(config, folder.resolve("data"), ports);
    }

    /** A room, booked from and until so many minutes from now. */
    void book(String room, int from, int until) {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        String site = "/api/v1/sites/" + SITE;
        admin.put(site + "/members/m-host", Map.of("name", "Host of the bookings"))
                .ok();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> booking = Map.of(
                "zone", room,
                "members", List.of("m-host"),
                "from", now.plus(Duration.ofMinutes(from)).toString(),
                "until", now.plus(Duration.ofMinutes(until)).toString());
        admin.put(site + "/bookings/b-" + room, booking).ok();
    }

    /** A member with a card, whose membership ended on the first day or goes on. */
    void member(String id, String name, String card, boolean ended) {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        String site = "/api/v1/sites/" + SITE;
        admin.put(site + "/members/" + id, Map.of("name", name, "company", "Muzhou Design"))
                .ok();
        Map<String, Object> membership = Map.of(
                "member",
                id,
                "plan",
                "resident",
                "from",
                "2026-01-01",
                "until",
                ended ? "2026-02-01" : "2099-12-31",
                "status",
                "active");
        admin.put(site + "/memberships/" + id, membership).ok();
        admin.put(site + "/credentials/card/" + card, Map.of("member", id, "status", "active"))
                .ok();
    }

    /** Shuts every door of the house. */
    void lockDown(String reason) {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        admin.post("/api/v1/sites/" + SITE + "/lockdown", Map.of("reason", reason))
                .ok();
    }

    void endLockdown() {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        admin.delete("/api/v1/sites/" + SITE + "/lockdown", Map.of("reason", "all clear"))
                .ok();
    }

    /** The newest acts of people, each as the trail tells it. */
    List<String> trail() {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        return StreamSupport.stream(
                        admin.get("/api/v1/sites/" + SITE + "/audit")
                                .ok()
                                .path("items")
                                .spliterator(),
                        false)
                .map(Object::toString)
                .toList();
    }

    /** The token of a new screen. */
    String screen() {
        Api admin = hub.api().login("admin", HubProcess.ADMIN_PASSWORD);
        return admin.post("/api/v1/sites/" + SITE + "/screens", Map.of())
                .ok()
                .path("token")
                .asText();
    }

    /** The real replay, as recorded. */
    void replay(Path csv) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = List.of("replay", csv.toString(), "--as-recorded", "--config", config.toString());
        PrintStream silent = new PrintStream(new ByteArrayOutputStream());
        if (Main.run(words, hub.environment(), silent, new PrintStream(err)) != 0) {
            throw new AssertionError(err.toString(StandardCharsets.UTF_8) + hub.output());
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + hub.httpPort() + path;
    }

    @Override
    public void close() {
        hub.close();
    }

    private void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace("TIME_ZONE", zone));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
