package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tariffs of a site file. They are checked now, so that a file that starts today still starts when the hub counts
 * costs.
 */
final class TariffEntries {
    private static final Pattern WINDOW =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");

    private TariffEntries() {}

    static void check(List<SiteFile.TariffEntry> tariffs, FaultList faults) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < tariffs.size(); i++) {
            SiteFile.TariffEntry tariff = tariffs.get(i);
            String path = "/tariffs/" + i;
            String id = faults.id(path, tariff.id(), "tariff", taken);
            if (tariff.medium() == null) {
                faults.add(path, "tariff `" + id + "` has no medium", "Set it to electricity, water or network.");
            }
            if (tariff.from() == null) {
                faults.add(path, "tariff `" + id + "` has no first day", "Set `from` to a date such as 2026-01-01.");
            }
            long rests = list(tariff.bands()).stream()
                    .filter(band -> list(band.windows()).isEmpty())
                    .count();
            if (rests != 1) {
                faults.add(
                        path + "/bands",
                        "tariff `" + id + "` has " + rests + " bands without windows",
                        "Exactly one band is the rest.");
            }
            for (int b = 0; b < list(tariff.bands()).size(); b++) {
                check(list(tariff.bands()).get(b), path + "/bands/" + b, faults);
            }
        }
    }

    private static void check(SiteFile.BandEntry band, String path, FaultList faults) {
        if (band.name() == null || band.price() == null) {
            faults.add(path, "a band needs a name and a price", "Write `{name: flat, price: 0.72}`.");
        }
        for (int w = 0; w < list(band.windows()).size(); w++) {
            if (!WINDOW.matcher(list(band.windows()).get(w)).matches()) {
                faults.add(
                        path + "/windows/" + w,
                        "`" + list(band.windows()).get(w) + "` is not a span of hours",
                        "Write one such as \"08:00-11:00\".");
            }
        }
        for (int m = 0; m < list(band.months()).size(); m++) {
            faults.within(path + "/months/" + m, list(band.months()).get(m), 1, 12, 1);
        }
    }
}
