package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a tariff's days, each kind of day worked out once: a year has 35,000 quarter-hours and a handful of kinds
 * of days.
 */
final class DayBands {
    private final Map<DayKind, List<Optional<Band>>> kinds = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private List<Optional<Band>> bands = List.of();

    /** Days of one kind have the same bands: the same ones begin on them, and began on the day before. */
    private record DayKind(LocalDate version, BitSet before, BitSet today) {}

    @Nullable Band at(TariffVersion version, LocalDateTime local) {
        LocalDate today = local.toLocalDate();
        if (!today.equals(day)) {
            day = today;
            bands = kinds.computeIfAbsent(
                    new DayKind(version.from(), version.bandsOn(today.minusDays(1)), version.bandsOn(today)),
                    kind -> of(version, today));
        }
        return bands.get(local.getHour() * 4 + local.getMinute() / 15).orElse(null);
    }

    private static List<Optional<Band>> of(TariffVersion version, LocalDate day) {
        return IntStream.range(0, DayWindow.DAY / 15)
                .mapToObj(quarter ->
                        Optional.ofNullable(version.band(day.atStartOfDay().plusMinutes(quarter * 15L))))
                .toList();
    }
}
