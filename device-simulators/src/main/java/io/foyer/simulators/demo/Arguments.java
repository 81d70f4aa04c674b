package io.foyer.simulators.demo;

import io.foyer.simulators.simulate.Flags;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The words after {@code ./foyer demo}. */
record Arguments(Path config, double speed, Duration history, boolean help) {
    static final String USAGE = """
            usage: ./foyer demo [--config DIR] [--speed X] [--history DURATION]

            The hub on an embedded PostgreSQL, with simulated people and devices in the first site of DIR/sites.
              --speed X           X simulated seconds a second, for a fast day; default 1
              --history DURATION  so much of the past at the first start: 14d, P1D; default 14d
              --config DIR        the hub's settings and site files; default: config
            Ctrl-C stops all of it; the next start goes on where it stopped.
            """;

    static Arguments parse(List<String> words) {
        Path config = Path.of("config");
        double speed = 1;
        Duration history = Duration.ofDays(14);
        boolean help = false;
        Flags flags = new Flags("demo", words);
        while (flags.next()) {
            switch (flags.flag()) {
                case "--config" -> config = Path.of(flags.text());
                case "--speed" -> speed = flags.speed();
                case "--history" -> history = flags.duration();
                case "--help", "-h" -> help = true;
                default -> throw flags.unknown("--config, --speed, --history, --help");
            }
        }
        return new Arguments(config, speed, history, help);
    }
}
