package io.foyer.simulators.simulate;

import io.foyer.simulators.sense.Faults;
import io.foyer.simulators.setting.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words after {@code ./foyer simulate}. */
record Arguments(
        Path config,
        @Nullable String site,
        @Nullable Long seed,
        double speed,
        @Nullable Duration length,
        @Nullable LocalDateTime from,
        boolean asRecorded,
        Faults faults,
        @Nullable Path truth,
        boolean help) {
    static final String USAGE = """
            usage: ./foyer simulate [--config DIR] [--site S] [--seed N] [--from TIME] [--for DURATION] [--speed X]
                                    [--as-recorded] [--faults none|small|large] [--truth FILE]

            Simulates the devices of a site and the people among them against a running hub.
              --seed N        a day that can be had again: today from 08:00, whatever the clock says, unless --from
                              says otherwise. The same seed and start: the same messages, at any speed
              --from TIME     the simulated time at which it begins, on the site's clock; default: now
              --for DURATION  ends after so much simulated time: PT90M, 90m, 8h, 1d; default: never
              --speed X       X simulated seconds a second; default 1. Time stamps are pressed together
              --as-recorded   the past under its own times, as fast as the hub acknowledges; needs --from
              --faults DOSE   lost connections, duplicates, wrong clocks, lateness, miscounts; default small
              --truth FILE    who was where, the people in each zone and the energy of each meter, as JSON lines;
                              needs --for
              --site S        default: the first file in DIR/sites
              --config DIR    the hub's settings and site files; default: config
            The hub is looked for where DIR/hub.yaml, FOYER_MQTT_HOST and FOYER_MQTT_PORT say; default 127.0.0.1:1883.
            """;

    private static final String KNOWN =
            "--config, --site, --seed, --from, --for, --speed, --as-recorded, --faults, --truth, --help";

    static Arguments parse(List<String> words) {
        Path config = Path.of("config");
        String site = null;
        Long seed = null;
        double speed = 1;
        Duration length = null;
        LocalDateTime from = null;
        boolean asRecorded = false;
        Faults faults = Faults.SMALL;
        Path truth = null;
        boolean help = false;
        Flags flags = new Flags("simulate", words);
        while (flags.next()) {
            switch (flags.flag()) {
                case "--config" -> config = Path.of(flags.text());
                case "--site" -> site = flags.text();
                case "--seed" -> seed = flags.seed();
                case "--speed" -> speed = flags.speed();
                case "--for" -> length = flags.duration();
                case "--from" -> from = flags.time();
                case "--as-recorded" -> asRecorded = true;
                case "--faults" -> {
                    String dose = flags.text();
                    faults = Faults.named(dose).orElseThrow(() -> flags.wrong(dose, "is none of none, small, large."));
                }
                case "--truth" -> truth = Path.of(flags.text());
                case "--help", "-h" -> help = true;
                default -> throw flags.unknown(KNOWN);
            }
        }
        if (asRecorded && from == null) {
            throw new Refusal("simulate: --as-recorded needs a past. Add --from, for example --from 2026-11-23.");
        }
        if (truth != null && length == null) {
            throw new Refusal("simulate: --truth needs an end. Add --for, for example --for 8h.");
        }
        return new Arguments(config, site, seed, speed, length, from, asRecorded, faults, truth, help);
    }
}
