package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Holidays;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The holiday calendars that a site file names. A calendar is {@code schedules/NAME.yaml} beside the folder of the site
 * file, or else the calendar of that name that comes with Foyer.
 */
final class Calendars {
    private static final int LONGEST_DAYS = 366;

    private final Path folder;
    private final Map<String, Holidays> read = new LinkedHashMap<>();

    /** @param folder the configuration folder */
    Calendars(Path folder) {
        this.folder = folder.resolve("schedules");
    }

    record HolidayFile(
            SiteFile.@Nullable NameEntry name,
            @Nullable List<DayEntry> holidays,
            @Nullable List<DayEntry> workdays) {
        static final HolidayFile EMPTY = new HolidayFile(null, null, null);
    }

    /** One day, or all days from {@code date} to {@code until}, both included. */
    record DayEntry(@Nullable LocalDate date, @Nullable LocalDate until, SiteFile.@Nullable NameEntry name) {}

    Holidays named(String name, String path, FaultList faults) {
        Holidays known = read.get(name);
        if (known != null) {
            return known;
        }
        ReadyFile ready = ReadyFile.find(folder, name);
        if (ready == null) {
            faults.add(
                    path,
                    "there is no holiday calendar `" + name + "`",
                    "Write " + folder.resolve(name + ".yaml") + ", or use one that comes with Foyer, such as `china`.");
            return Holidays.NONE;
        }
        Yaml<HolidayFile> file = ready.read(HolidayFile.class, HolidayFile.EMPTY);
        FaultList own = new FaultList(file.file(), file.lines());
        Holidays holidays = new Holidays(
                name,
                days("/holidays", list(file.value().holidays()), own),
                days("/workdays", list(file.value().workdays()), own));
        own.throwIfAny();
        read.put(name, holidays);
        return holidays;
    }

    private static Map<LocalDate, BilingualText> days(String path, List<DayEntry> entries, FaultList faults) {
        Map<LocalDate, BilingualText> days = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            DayEntry entry = entries.get(i);
            String at = path + "/" + i;
            if (entry.date() == null) {
                faults.add(at, "a day has no date", "Set `date` to one such as 2026-10-01.");
                continue;
            }
            LocalDate until = entry.until() == null ? entry.date() : entry.until();
            if (until.isBefore(entry.date()) || until.isAfter(entry.date().plusDays(LONGEST_DAYS))) {
                faults.add(
                        at + "/until",
                        "`" + until + "` is not within a year from its `date`",
                        "Correct one of the two.");
                continue;
            }
            BilingualText name = SiteFile.text(entry.name(), entry.date().toString());
            entry.date().datesUntil(until.plusDays(1)).forEach(day -> {
                if (days.put(day, name) != null) {
                    faults.add(at, "`" + day + "` is there twice", "Remove it once.");
                }
            });
        }
        return days;
    }

    /** The content of the calendars, so that a changed calendar shows as a difference of the site. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        read.forEach((name, holidays) -> parts.put(
                "holidays " + name, new TreeMap<>(holidays.off()) + " " + new TreeMap<>(holidays.workdays())));
        return parts;
    }
}
