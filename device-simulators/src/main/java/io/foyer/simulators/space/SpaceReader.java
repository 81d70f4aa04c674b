package io.foyer.simulators.space;

import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.setting.YamlFile;
import io.foyer.simulators.space.SpaceFile.DeviceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a site file. What it needs and does not find is a {@link Refusal}; what it does not need it leaves to the hub. */
public final class SpaceReader {
    private final Path path;
    private final SpaceFile file;

    private SpaceReader(Path path) {
        this.path = path;
        this.file = YamlFile.read(path, SpaceFile.class);
    }

    /**
     * Reads one site of the folder.
     *
     * @param site its id; null for the first site file by name
     */
    public static Space read(Path config, @Nullable String site) {
        Path sites = config.resolve("sites");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(sites)) {
            for (Path path : files.filter(name -> name.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                SpaceReader reader = new SpaceReader(path);
                String id = reader.needed("site", reader.file.site());
                if (site == null || site.equals(id)) {
                    return reader.space(id);
                }
                found.add(id);
            }
        } catch (IOException absent) {
            throw new Refusal(sites + ": is not a readable folder. Name the folder of the hub's settings with"
                    + " --config DIR; its sites/ describes the space.");
        }
        throw new Refusal(sites + ": holds no site"
                + (site == null ? " file" : " '" + site + "'; there are " + String.join(", ", found))
                + ". Name another with --site, or another folder with --config.");
    }

    private Space space(String site) {
        Map<String, String> broughtBy = new HashMap<>();
        Set<String> devices = new LinkedHashSet<>();
        for (DeviceText device : devices()) {
            String id = needed("devices.id", device.id());
            devices.add(id);
            or(device.speaksFor()).forEach(brought -> broughtBy.put(brought, id));
        }
        return new Space(
                site,
                timeZone(),
                zones(),
                doors(),
                sensors(),
                meters(),
                plans(),
                new Space.Fleet(devices, Map.copyOf(broughtBy)));
    }

    private ZoneId timeZone() {
        try {
            return ZoneId.of(String.valueOf(file.timeZone()));
        } catch (DateTimeException unknown) {
            throw Refusal.in(
                    path, "key timeZone", "'" + file.timeZone() + "' is no time zone", "Example: Asia/Shanghai.");
        }
    }

    private Map<String, Zone> zones() {
        return Space.byId(
                or(file.zones()).stream()
                        .map(text -> new Zone(
                                needed("zones.id", text.id()),
                                text.parent(),
                                text.kind() == null ? "" : text.kind(),
                                text.capacity() == null ? 0 : text.capacity(),
                                text.areaM2() == null ? 0 : text.areaM2()))
                        .toList(),
                Zone::id);
    }

    private List<Door> doors() {
        return or(file.doors()).stream()
                .map(text -> {
                    String id = needed("doors.id", text.id());
                    String in = device("reader", id, "in");
                    String out = device("reader", id, "out");
                    String controller = device("controller", id, null);
                    String contact = controller != null ? controller : in != null ? in : out;
                    return new Door(
                            id,
                            needed("doors.from", text.from()),
                            needed("doors.to", text.to()),
                            Boolean.TRUE.equals(text.pin()),
                            in,
                            out,
                            Boolean.TRUE.equals(text.contact()) ? contact : null);
                })
                .toList();
    }

    private @Nullable String device(String kind, String door, @Nullable String direction) {
        return devices().stream()
                .filter(device -> kind.equals(device.kind())
                        && door.equals(device.door())
                        && (direction == null || direction.equals(device.direction())))
                .map(DeviceText::id)
                .findFirst()
                .orElse(null);
    }

    private List<Sensor> sensors() {
        List<Sensor> sensors = new ArrayList<>();
        for (DeviceText device : devices()) {
            String id = needed("devices.id", device.id());
            switch (String.valueOf(device.kind())) {
                case "line-counter" ->
                    sensors.add(new Sensor.Line(
                            id, needed("devices.from", device.from()), needed("devices.to", device.to())));
                case "people-counter" -> sensors.add(new Sensor.Camera(id, needed("devices.zone", device.zone())));
                case "presence" -> sensors.add(new Sensor.Seat(id, needed("devices.zone", device.zone())));
                default -> {} // doors and meters are found from their own side
            }
        }
        return sensors;
    }

    private List<Meter> meters() {
        Map<String, String> readBy = new LinkedHashMap<>();
        devices().stream()
                .filter(device -> device.meter() != null)
                .forEach(device -> readBy.put(String.valueOf(device.meter()), String.valueOf(device.id())));
        return or(file.meters()).stream()
                .filter(text -> readBy.containsKey(text.id()))
                .map(text -> new Meter(
                        needed("meters.id", text.id()),
                        String.valueOf(readBy.get(text.id())),
                        medium(text.medium()),
                        text.parent(),
                        text.zone() == null ? "" : text.zone(),
                        text.system() == null ? "" : text.system(),
                        text.maxPowerW() == null ? 0 : text.maxPowerW()))
                .toList();
    }

    private Meter.Medium medium(@Nullable String text) {
        return switch (String.valueOf(text)) {
            case "electricity" -> Meter.Medium.ELECTRICITY;
            case "water" -> Meter.Medium.WATER;
            case "network" -> Meter.Medium.NETWORK;
            default ->
                throw Refusal.in(path, "key meters.medium", "'" + text + "'", "One of electricity, water, network.");
        };
    }

    private Map<String, Plan> plans() {
        return Space.byId(
                or(file.plans()).stream()
                        .map(text -> {
                            SpaceFile.ScheduleText schedule = schedule(text.schedule());
                            return new Plan(
                                    needed("plans.id", text.id()),
                                    or(text.zones()),
                                    windows(schedule),
                                    schedule != null && schedule.holidays() != null);
                        })
                        .toList(),
                Plan::id);
    }

    private SpaceFile.@Nullable ScheduleText schedule(@Nullable String id) {
        return or(file.schedules()).stream()
                .filter(schedule -> id != null && id.equals(schedule.id()))
                .findFirst()
                .orElse(null);
    }

    private List<Plan.Window> windows(SpaceFile.@Nullable ScheduleText schedule) {
        if (schedule == null) {
            return List.of(Plan.Window.ALWAYS);
        }
        return or(schedule.windows()).stream()
                .map(text -> {
                    try {
                        return new Plan.Window(
                                days(or(text.days())),
                                Plan.Window.second(text.from() == null ? "00:00" : text.from()),
                                Plan.Window.second(text.until() == null ? "24:00" : text.until()));
                    } catch (DateTimeException no) {
                        throw Refusal.in(
                                path,
                                "key schedules." + schedule.id(),
                                String.valueOf(no.getMessage()),
                                "Example: 08:30.");
                    }
                })
                .toList();
    }

    private static Set<DayOfWeek> days(List<String> names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (names.isEmpty() || names.contains(day.name().substring(0, 3).toLowerCase(Locale.ROOT))) {
                days.add(day);
            }
        }
        return days;
    }

    /** Devices of other makers speak through profiles, which a simulation of native ones does not know. */
    private List<DeviceText> devices() {
        return or(file.devices()).stream()
                .filter(device -> device.profile() == null)
                .toList();
    }

    private <T> T needed(String key, @Nullable T value) {
        if (value == null) {
            throw Refusal.in(path, "key " + key, "is missing", "Add it; the hub says the same with the line.");
        }
        return value;
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
