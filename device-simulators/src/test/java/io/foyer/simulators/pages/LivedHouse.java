package io.foyer.simulators.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A Chromium and a house that has lived for two weeks, with its rooms booked: one for the tests of its pages. */
final class LivedHouse implements ExtensionContext.Store.CloseableResource {
    /** Hands it to a test class; it ends with the last test. */
    static final class Shared implements BeforeAllCallback, ParameterResolver {
        @Override
        public void beforeAll(ExtensionContext context) {
            of(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LivedHouse.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }

        private static LivedHouse of(ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(LivedHouse.class);
        }
    }

    private final Path folder;
    final Chromium chromium = new Chromium();
    final Harbour house;

    LivedHouse() throws IOException {
        folder = Files.createTempDirectory("foyer-house");
        house = new Harbour(folder).lived(15);
        house.book("sail", -30, 60);
        house.book("anchor", -60, 35);
        house.book("tide", 90, 150);
        house.book("skiff", -15, 70);
        house.book("compass", 20, 75);
    }

    /** A tab; how many are usual and to come is told as a house would that has been counted for weeks. */
    Tab tab(String language, int width, int height) {
        Tab tab = chromium.tab(house, language, width, height);
        return tab.told("**/occupancy/typical?*", outlook(true)).told("**/occupancy/forecast?*", outlook(false));
    }

    /** 150 people in the afternoon; to come: from now on only. */
    private String outlook(boolean wholeDay) {
        ZoneId zone = ZoneId.of(house.zone);
        Instant day = LocalDate.now(zone).atStartOfDay(zone).toInstant();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> items = Stream.iterate(0, quarter -> quarter + 1)
                .limit(96)
                .filter(quarter ->
                        wholeDay || day.plus(Duration.ofMinutes(15L * quarter)).isAfter(now))
                .map(quarter -> {
                    double hour = quarter / 4.0;
                    long people = Math.round(150 * Math.max(0, Math.min(1, Math.min((hour - 7) / 3, (22 - hour) / 6))));
                    return "{\"at\":\"%s\",\"expected\":%d,\"low\":%d,\"high\":%d}"
                            .formatted(
                                    day.plus(Duration.ofMinutes(15L * quarter)),
                                    people,
                                    Math.max(0, people - 12),
                                    people + 12);
                })
                .toList();
        return "{\"error\":9.2,\"items\":[" + String.join(",", items) + "]}";
    }

    @Override
    public void close() {
        house.close();
        chromium.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
