package io.foyer.hub.domain.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of the site. Zones form a tree; {@code outside} is beside it.
 *
 * @param parent the zone that holds this one, or null at the root
 * @param capacity people, or null where nobody set a limit
 * @param areaM2 floor area in m², or null
 * @param plan path of the floor's SVG plan below the configuration folder, or null
 */
public record Zone(
        String id,
        @Nullable String parent,
        String kind,
        BilingualText name,
        @Nullable BilingualText shortName,
        @Nullable Integer capacity,
        @Nullable Double areaM2,
        @Nullable String plan,
        ZoneControl control) {
    /** The id of everything that is not the site. */
    public static final String OUTSIDE = "outside";

    /** A zone without rules of its own. */
    public Zone(
            String id,
            @Nullable String parent,
            String kind,
            BilingualText name,
            @Nullable BilingualText shortName,
            @Nullable Integer capacity,
            @Nullable Double areaM2,
            @Nullable String plan) {
        this(id, parent, kind, name, shortName, capacity, areaM2, plan, ZoneControl.NONE);
    }

    /** What becomes of somebody who comes in twice, or leaves without having come in. */
    public enum AntiPassback {
        OFF,
        /** It is granted and noted. */
        SOFT,
        /** It is denied. */
        HARD
    }

    /**
     * How its doors keep it.
     *
     * @param hardLimit true where nobody is let in beyond the capacity
     * @param forgiveAfter how long somebody counts as inside for anti-passback, or null until they leave
     * @param bookingRequired true where nobody is let in without a booking for that time
     */
    public record ZoneControl(
            boolean hardLimit,
            AntiPassback antiPassback,
            @Nullable Duration forgiveAfter,
            boolean bookingRequired) {
        public static final ZoneControl NONE = new ZoneControl(false, AntiPassback.OFF, null, false);
    }
}
