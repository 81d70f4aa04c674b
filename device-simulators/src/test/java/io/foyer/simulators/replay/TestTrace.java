package io.foyer.simulators.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small traces and maps in a folder of the test's own. */
record TestTrace(Path folder) {
    static final String ENERGY_MAP = """
            time: {column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Singapore}
            following: PT5M
            devices:
              room1-count: {present: people}
              room1-lighting: {energyKwh: {accumulate: kwh}}
            """;

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    ReplayMap map(String text) {
        return ReplayMap.read(file("map.yaml", text));
    }

    List<Message> messages(String map, String csv) {
        return messages(true, new TraceFile(file("trace.csv", csv), map(map)));
    }

    static List<Message> messages(boolean asRecorded, TraceFile... files) {
        List<Message> messages = new ArrayList<>();
        new Recording(List.of(files), asRecorded, "run").messages().forEachRemaining(messages::add);
        return messages;
    }

    /** As a test reads it best: device, time, what it says. */
    static List<String> brief(List<Message> messages) {
        return messages.stream()
                .map(message -> message.device() + " " + message.at() + " " + message.values())
                .toList();
    }
}
