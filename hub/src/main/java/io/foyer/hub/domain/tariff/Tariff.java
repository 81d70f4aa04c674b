package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tariff with its versions, the oldest first. A version counts from its day on and never touches the time before. */
public record Tariff(String id, List<TariffVersion> versions) {
    public Tariff {
        versions = versions.stream()
                .sorted(Comparator.comparing(TariffVersion::from))
                .toList();
    }

    /** The version of a day; null before the first. */
    public @Nullable TariffVersion on(LocalDate day) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).from().isAfter(day)) {
                return versions.get(i);
            }
        }
        return null;
    }
}
