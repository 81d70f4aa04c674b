package io.foyer.hub.domain;

import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.PublishedPrice;
import java.time.LocalDate;
import java.util.List;

/** What a supplier has told about a tariff of the site file. */
public sealed interface TariffChange extends Change {

    /** Prices of a unit, each quarter-hour once. A price replaces the earlier one. */
    record PriceUpdate(String tariff, List<PublishedPrice> prices) implements TariffChange {
        public PriceUpdate {
            prices = List.copyOf(prices);
        }

        @Override
        public void accept(ChangeVisitor changes) {
            changes.tariffs().published(tariff, prices);
        }
    }

    /** The bands of a called day, which replace earlier ones. No bands take the call back. */
    record DayUpdate(String tariff, LocalDate day, List<Band> bands) implements TariffChange {
        public DayUpdate {
            bands = List.copyOf(bands);
        }

        @Override
        public void accept(ChangeVisitor changes) {
            changes.tariffs().called(tariff, day, bands);
        }
    }
}
