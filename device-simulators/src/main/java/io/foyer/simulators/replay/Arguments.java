package io.foyer.simulators.replay;

import io.foyer.simulators.setting.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words after {@code ./foyer replay}. */
record Arguments(
        List<Path> files,
        Path config,
        @Nullable Path map,
        @Nullable Double speed,
        boolean asRecorded,
        boolean help) {
    static final String USAGE = """
            usage: ./foyer replay FILE... [--map MAP.yaml] [--speed X] [--as-recorded] [--config DIR]

            Plays recorded CSV files to a running hub over MQTT, as the devices that the map names.
              FILE            a CSV file with a header line; several are merged in the order of time
              --map FILE      from columns to devices; default: DIR/replay/NAME.yaml, else
                              config/replay/NAME.yaml, for NAME.csv
              --speed X       X recorded seconds a second; default 1
              --as-recorded   with the recorded time stamps, as fast as the hub acknowledges (with --speed: paced)
              --config DIR    the hub's settings and site files; default: config
            The hub is looked for where DIR/hub.yaml, FOYER_MQTT_HOST and FOYER_MQTT_PORT say; default 127.0.0.1:1883.
            """;

    private static final Path CONFIG = Path.of("config");

    Arguments {
        files = List.copyOf(files);
    }

    static Arguments parse(List<String> words) {
        List<Path> files = new ArrayList<>();
        Path config = CONFIG;
        Path map = null;
        Double speed = null;
        boolean asRecorded = false;
        boolean help = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--config" -> config = Path.of(value(word, rest));
                case "--map" -> map = Path.of(value(word, rest));
                case "--speed" -> speed = speed(value(word, rest));
                case "--as-recorded" -> asRecorded = true;
                case "--help", "-h" -> help = true;
                default -> files.add(file(word));
            }
        }
        if (files.isEmpty() && !help) {
            throw new Refusal("replay: names no file. Try: ./foyer replay FILE.csv (more: ./foyer replay --help)");
        }
        return new Arguments(files, config, map, speed, asRecorded, help);
    }

    /** The map of a file: the named one, or the one with the file's own name. */
    Path mapOf(Path file) {
        if (map != null) {
            return map;
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "") + ".yaml";
        Path own = config.resolve("replay").resolve(name);
        Path usual = CONFIG.resolve("replay").resolve(name);
        Path found = own.toFile().isFile() ? own : usual;
        if (!found.toFile().isFile()) {
            throw new Refusal(file + ": has no map " + own
                    + ". Write it (device-simulators/README.md), or name one with" + " --map MAP.yaml.");
        }
        return found;
    }

    private static Path file(String word) {
        if (word.startsWith("-")) {
            throw new Refusal(
                    "replay: unknown flag " + word + ". Known: --map, --speed, --as-recorded, --config, --help.");
        }
        return Path.of(word);
    }

    private static String value(String flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Refusal("replay: " + flag + " lacks its value. See ./foyer replay --help.");
        }
        return rest.next();
    }

    private static double speed(String text) {
        try {
            double speed = Double.parseDouble(text);
            if (speed > 0 && speed <= 1_000_000) {
                return speed;
            }
        } catch (NumberFormatException no) {
            throw new Refusal("replay: --speed " + text + " is not a number. Example: --speed 60");
        }
        throw new Refusal("replay: --speed " + text + " is out of range. It is above 0 and at most 1000000.");
    }
}
