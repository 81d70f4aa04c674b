package io.foyer.hub.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.tariff.TierLadder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tariff as a file writes it, key by key. An absent key is null. */
final class TariffFile {
    private TariffFile() {}

    /** One version of a tariff, or {@code use} alone, which names a file. */
    record TariffEntry(
            @Nullable String use,
            @Nullable String id,
            Meter.@Nullable Medium medium,
            @Nullable String currency,
            @Nullable LocalDate from,
            @Nullable Map<YearMonth, BigDecimal> flat,
            @Nullable FixedEntry fixed,
            @Nullable BigDecimal demandPricePerKw,
            @Nullable DemandTerms demand,
            @Nullable CapacityEntry capacity,
            @Nullable List<BandTerms> bands,
            @Nullable List<TierEntry> tiers) {
        static final TariffEntry EMPTY =
                new TariffEntry(null, null, null, null, null, null, null, null, null, null, null, null);

        /** An entry that names a file and has no other key. */
        TariffEntry use(String name) {
            return new TariffEntry(name, null, null, null, null, null, null, null, null, null, null, null);
        }

        /** The entry of a file that need not repeat its name. */
        TariffEntry named(String name) {
            return new TariffEntry(
                    null,
                    id == null ? name : id,
                    medium,
                    currency,
                    from,
                    flat,
                    fixed,
                    demandPricePerKw,
                    demand,
                    capacity,
                    bands,
                    tiers);
        }
    }

    record FixedEntry(
            @Nullable BigDecimal perUnit,
            @Nullable BigDecimal perMonth,
            @Nullable BigDecimal perDay) {}

    record DemandTerms(
            @Nullable BigDecimal pricePerKw,
            @Nullable BigDecimal contractedKw,
            @Nullable BigDecimal overFrom,
            @Nullable BigDecimal overRatio,
            @Nullable BigDecimal floor) {}

    record CapacityEntry(
            @Nullable BigDecimal pricePerKva, @Nullable BigDecimal kva) {}

    /** {@code price} is a number, or {@code published}. */
    record BandTerms(
            @Nullable String name,
            @Nullable JsonNode price,
            @Nullable BigDecimal ratio,
            @Nullable List<String> windows,
            @Nullable List<SiteFile.WeekdayEntry> days,
            @Nullable List<Integer> months,
            @Nullable List<String> dates,
            @Nullable String holidays,
            @Nullable Integer holidayDays,
            @Nullable String calendar) {}

    record TierEntry(
            @Nullable String name,
            @Nullable BigDecimal upTo,
            TierLadder.@Nullable TierPeriod per,
            @Nullable BigDecimal price) {}
}
