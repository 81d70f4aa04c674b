package io.foyer.hub.store;

import io.foyer.hub.domain.occupancy.BalanceState.HourArrivals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who may be inside still, by hour of arrival, as one column: {@code hour:people hour:people}. */
final class ArrivalText {
    private ArrivalText() {}

    static String of(List<HourArrivals> arrivals) {
        return arrivals.stream().map(one -> one.hour() + ":" + one.people()).collect(Collectors.joining(" "));
    }

    static List<HourArrivals> read(String text) {
        return Arrays.stream(text.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split(":", 2))
                .map(pair -> new HourArrivals(Long.parseLong(pair[0]), Long.parseLong(pair[1])))
                .toList();
    }
}
