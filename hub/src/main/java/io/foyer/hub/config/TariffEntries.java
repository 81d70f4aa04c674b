package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.foyer.hub.config.TariffFile.TariffEntry;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.MonthPrices;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffVersion;
import io.foyer.hub.domain.tariff.TierLadder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tariffs of a site file and of the files that it names.
 *
 * @param entries the versions as written, each in the place of the {@code use} that named it
 */
record TariffEntries(List<TariffEntry> entries, Map<String, Tariff> byId, Map<String, Meter.Medium> media) {
    /** After so many years the weekdays fall on the same dates again. */
    private static final int WEEKDAY_CYCLE_YEARS = 28;

    /** One entry, with the faults of its own file. */
    private record Place(TariffEntry entry, String path, FaultList faults) {}

    static TariffEntries check(
            Path folder, List<TariffEntry> written, String currency, Calendars calendars, FaultList faults) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String path = "/tariffs/" + i;
            String use = written.get(i).use();
            if (use == null) {
                places.add(new Place(written.get(i), path, faults));
            } else {
                if (!written.get(i).equals(TariffEntry.EMPTY.use(use))) {
                    faults.add(path, "`use` stands beside other keys", "Leave `use` alone, or write the tariff here.");
                }
                places.addAll(named(folder.resolve("tariffs"), use, path, faults));
            }
        }
        Map<String, List<TariffVersion>> versions = new LinkedHashMap<>();
        Map<String, Meter.Medium> media = new HashMap<>();
        for (Place place : places) {
            String id = place.faults().id(place.path(), place.entry().id(), "tariff", new HashSet<>());
            medium(place, id, media);
            refuseCurrency(place, id, currency);
            TariffVersion version = version(place, id, calendars);
            List<TariffVersion> of = versions.computeIfAbsent(id, first -> new ArrayList<>());
            if (of.stream().anyMatch(other -> other.from().equals(version.from()))) {
                place.faults()
                        .add(
                                place.path() + "/from",
                                "tariff `" + id + "` has two versions from " + version.from(),
                                "Change the day of one, or give it another id.");
            }
            of.add(version);
        }
        refuseGaps(places, versions);
        places.forEach(place -> {
            if (place.faults() != faults) {
                place.faults().throwIfAny();
            }
        });
        Map<String, Tariff> byId = new LinkedHashMap<>();
        versions.forEach((id, list) -> byId.put(id, new Tariff(id, list)));
        return new TariffEntries(places.stream().map(Place::entry).toList(), byId, media);
    }

    private static List<Place> named(Path folder, String name, String path, FaultList faults) {
        ReadyFile ready = ReadyFile.find(folder, name);
        if (ready == null) {
            faults.add(
                    path + "/use",
                    "there is no tariff `" + name + "`",
                    "Write " + folder.resolve(name.replaceAll("[^A-Za-z0-9_-]", "") + ".yaml")
                            + ", or use one that comes with Foyer.");
            return List.of();
        }
        Yaml<JsonNode> shape = ready.read(JsonNode.class, NullNode.getInstance());
        FaultList own = new FaultList(shape.file(), shape.lines());
        if (!shape.value().isArray()) {
            return List.of(new Place(
                    ready.read(TariffEntry.class, TariffEntry.EMPTY).value().named(name), "", own));
        }
        TariffEntry[] list = ready.read(TariffEntry[].class, new TariffEntry[0]).value();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < list.length; i++) {
            places.add(new Place(list[i].named(name), "/" + i, own));
        }
        return places;
    }

    private static void medium(Place place, String id, Map<String, Meter.Medium> media) {
        Meter.Medium medium = place.entry().medium();
        if (medium == null) {
            place.faults()
                    .add(place.path(), "tariff `" + id + "` has no medium", "Set it to electricity, water or network.");
        } else if (!medium.equals(Objects.requireNonNullElse(media.putIfAbsent(id, medium), medium))) {
            place.faults()
                    .add(
                            place.path() + "/medium",
                            "the versions of tariff `" + id + "` are for different media",
                            "Give one of them another id.");
        }
    }

    private static void refuseCurrency(Place place, String id, String currency) {
        String own = place.entry().currency();
        if (own != null && !own.equals(currency)) {
            place.faults()
                    .add(
                            place.path() + "/currency",
                            "tariff `" + id + "` is in " + own + ", and the site in " + currency,
                            "Use a tariff in the site's currency, or change the site's `currency`.");
        }
    }

    private static TariffVersion version(Place place, String id, Calendars calendars) {
        TariffEntry entry = place.entry();
        String path = place.path();
        ChargeEntries charges = new ChargeEntries(place.faults());
        if (entry.from() == null) {
            place.faults()
                    .add(path, "tariff `" + id + "` has no first day", "Set `from` to a date such as 2026-01-01.");
        }
        MonthPrices flat = charges.flat(path + "/flat", entry.flat());
        List<Band> bands = new BandEntries(calendars, place.faults())
                .bands(path + "/bands", list(entry.bands()), !flat.known().isEmpty());
        TierLadder ladder = charges.ladder(path + "/tiers", list(entry.tiers()));
        if (bands.isEmpty() == (ladder == null)) {
            place.faults()
                    .add(
                            path,
                            "tariff `" + id + "` has " + (ladder == null ? "no bands" : "both bands and tiers"),
                            "Write either `bands` or `tiers`.");
        }
        return new TariffVersion(
                entry.from() == null ? LocalDate.of(2026, 1, 1) : entry.from(),
                bands,
                ladder,
                flat,
                charges.fixed(path + "/fixed", entry.fixed()),
                charges.demand(path, entry));
    }

    private static void refuseGaps(List<Place> places, Map<String, List<TariffVersion>> versions) {
        Map<String, Integer> seen = new HashMap<>();
        for (Place place : places) {
            String id = String.valueOf(place.entry().id());
            List<TariffVersion> all = versions.getOrDefault(id, List.of());
            int number = seen.merge(id, 1, Integer::sum) - 1;
            if (number >= all.size() || all.get(number).bands().isEmpty()) {
                continue;
            }
            TariffVersion version = all.get(number);
            LocalDate until = all.stream()
                    .map(TariffVersion::from)
                    .filter(from -> from.isAfter(version.from()))
                    .min(LocalDate::compareTo)
                    .orElse(version.from().plusYears(WEEKDAY_CYCLE_YEARS));
            LocalDateTime gap = version.gap(until);
            if (gap != null) {
                place.faults()
                        .add(
                                place.path() + "/bands",
                                "tariff `" + id + "` has no band for the quarter-hour of " + gap.toLocalDate() + " "
                                        + gap.toLocalTime(),
                                "Add a band for it, or last of all one without windows: it is the rest.");
            }
        }
    }
}
