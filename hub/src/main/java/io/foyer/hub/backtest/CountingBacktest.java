package io.foyer.hub.backtest;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.definition.Device.DeviceKind;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.definition.Zone;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts people whose number is known, beside the usual ways of counting from lines. The first word is the folder of the
 * hub's configuration, the second {@code room} or {@code house}. Then comes the file of a recorded room and how many seeds
 * to try; or the site, the share of people who pass a door without a swipe, and the folders of simulated days, one a seed.
 */
public final class CountingBacktest {
    private CountingBacktest() {}

    public static void main(String[] words) throws IOException {
        Path config = Path.of(words[0]);
        if (words[1].equals("room")) {
            room(site(config, "replay"), RecordedRoom.read(Path.of(words[2])), Integer.parseInt(words[3]), System.out);
        } else {
            house(
                    site(config, words[2]),
                    Double.parseDouble(words[3]),
                    List.of(words).subList(4, words.length),
                    System.out);
        }
    }

    private static SiteDefinition site(Path config, String site) {
        return Configuration.read(config, false).stream()
                .map(setup -> setup.definition())
                .filter(definition -> definition.site().equals(site))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(config + " has no site " + site));
    }

    private static void room(SiteDefinition site, RecordedRoom room, int seeds, PrintStream out) {
        CountingScore score = new CountingScore("room, " + seeds + " seeds");
        out.println(CountingScore.head());
        for (int seed = 1; seed <= seeds; seed++) {
            // The room stands where the site of recordings has a line.
            room.count(site, "calit2", "calit2-door", LineErrors.USUAL, seed, score);
        }
        out.println(score.line());
    }

    private static void house(SiteDefinition site, double unbadged, List<String> folders, PrintStream out)
            throws IOException {
        CountingScore house = new CountingScore("house");
        CountingScore floors = new CountingScore("floors");
        CountingScore rooms = new CountingScore("zones with a line alone");
        CountingScore seen = new CountingScore("zones with a camera");
        CountingScore seats = new CountingScore("zones with seats alone");
        for (String folder : folders) {
            SimulatedRun run = new SimulatedRun(site, unbadged);
            run.read(Path.of(folder));
            for (Zone zone : site.zones().values()) {
                if (zone.parent() == null) {
                    run.score(zone.id(), house);
                } else if (zone.kind().equals("floor")) {
                    run.score(zone.id(), floors);
                } else {
                    run.score(zone.id(), hasCamera(site, zone) ? seen : hasLine(site, zone) ? rooms : seats);
                }
            }
            run.faults().forEach(fault -> out.println("told of a sensor: " + fault));
        }
        out.println(CountingScore.head());
        List.of(house, floors, rooms, seen, seats).forEach(score -> out.println(score.line()));
    }

    private static boolean hasCamera(SiteDefinition site, Zone zone) {
        return site.devices().values().stream()
                .anyMatch(device ->
                        device.kind() == DeviceKind.PEOPLE_COUNTER && zone.id().equals(device.zone()));
    }

    private static boolean hasLine(SiteDefinition site, Zone zone) {
        return site.devices().values().stream().anyMatch(device -> zone.id().equals(device.to()));
    }
}
