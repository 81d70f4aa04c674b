package io.foyer.simulators.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The house that the benchmark drives: one floor, a room for each sensor, a door for each reader. */
record BenchSite(List<Sensor> sensors, List<String> readers) {
    static final String PASSWORD = "bench";
    static final int CARDS = 20;
    private static final String ID = "bench";

    BenchSite {
        sensors = List.copyOf(sensors);
        readers = List.copyOf(readers);
    }

    static BenchSite of(int sensors, int readers) {
        return new BenchSite(
                IntStream.range(0, sensors).mapToObj(Sensor::new).toList(),
                IntStream.range(0, readers).mapToObj(n -> "reader-" + n).toList());
    }

    /** The beginning of a device's topics. */
    static String topic(String device) {
        return "foyer/" + ID + "/" + device + "/";
    }

    /** One of the cards that open every door; {@code number} may be any. */
    static String card(int number) {
        return "CARD" + Math.floorMod(number, CARDS);
    }

    /** The beginning of its paths in the API. */
    static String path() {
        return "/sites/" + ID;
    }

    void write(Path config) throws IOException {
        Files.createDirectories(config.resolve("sites"));
        Files.writeString(config.resolve("hub.yaml"), "http.port: 0\nmqtt.port: 0\nmqtt.ws.port: 0\n");
        Files.writeString(config.resolve("sites/bench.yaml"), yaml());
    }

    private String yaml() {
        return """
                site: bench
                name: {zh: 测试, en: Bench}
                timeZone: Asia/Shanghai
                currency: CNY
                zones:
                  - {id: f1, kind: floor, name: {zh: 一层, en: Floor 1}}
                """
                + lines(sensors.stream().map(Sensor::zoneLine).toList())
                + "doors:\n"
                + lines(readers.stream()
                        .map(reader -> "  - {id: door-" + reader + ", from: outside, to: f1}\n")
                        .toList())
                + "devices:\n"
                + lines(readers.stream()
                        .map(reader -> "  - {id: " + reader + ", kind: reader, door: door-" + reader
                                + ", direction: in, password: " + PASSWORD + "}\n")
                        .toList())
                + lines(sensors.stream().map(Sensor::deviceLine).toList())
                + "meters:\n"
                + lines(sensors.stream().map(Sensor::meterLine).toList())
                + """
                plans:
                  - {id: all, name: {zh: 全通, en: All}, zones: [f1], schedule: always}
                """;
    }

    private static String lines(List<String> lines) {
        return lines.stream().collect(Collectors.joining());
    }
}
