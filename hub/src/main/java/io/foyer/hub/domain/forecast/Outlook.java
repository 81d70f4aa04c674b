package io.foyer.hub.domain.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bands of some quarter-hours, in order of time.
 *
 * @param error how many people the past lay from such bands' middle, on average; null where there is no band
 */
public record Outlook(@Nullable Double error, List<CountBand> items) {
    /** Of a zone of which too little is known. */
    public static final Outlook NONE = new Outlook(null, List.of());

    public Outlook {
        items = List.copyOf(items);
    }
}
