package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.util.List;

/** Takes what suppliers tell about tariffs, with one method for each kind of change. */
public interface TariffChanges {
    /** Prices of a unit, each quarter-hour once. */
    void published(String tariff, List<PublishedPrice> prices);

    /** The bands of a called day; empty where the call is taken back. */
    void called(String tariff, LocalDate day, List<Band> bands);
}
