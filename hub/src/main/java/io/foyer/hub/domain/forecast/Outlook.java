package io.foyer.hub.domain.forecast;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bands of some quarter-hours, in order of time; none where too little is known. */
public record Outlook(List<CountBand> items) {
    public Outlook {
        items = List.copyOf(items);
    }

    /** The quarter-hours that begin before an instant. */
    public Outlook before(Instant end) {
        return new Outlook(
                items.stream().filter(band -> band.at().isBefore(end)).toList());
    }

    /** How many people such expectations missed on past days, on average; null where there are none. */
    public @Nullable Double error() {
        return items.isEmpty()
                ? null
                : (Double)
                        items.stream().mapToDouble(CountBand::error).average().orElse(0);
    }
}
