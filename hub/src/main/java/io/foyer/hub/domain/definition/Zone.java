package io.foyer.hub.domain.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of the site. Zones form a tree; {@code outside} is not in the tree.
 *
 * @param parent the zone around this one, or null at the root
 * @param capacity the number of people, or null where nobody set a limit
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
    /** The id of everything outside the site. */
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

    /** What happens when somebody comes in twice, or leaves without an entry. */
    public enum AntiPassback {
        OFF,
        /** The door opens and the hub notes the passage. */
        SOFT,
        /** The door stays shut. */
        HARD
    }

    /**
     * The rules that the doors of a zone enforce.
     *
     * @param hardLimit true where the doors let nobody in beyond the capacity
     * @param forgiveAfter how long a person counts as inside for anti-passback, or null until the person leaves
     * @param bookingRequired true where the doors let nobody in without a booking for that time
     */
    public record ZoneControl(
            boolean hardLimit,
            AntiPassback antiPassback,
            @Nullable Duration forgiveAfter,
            boolean bookingRequired) {
        public static final ZoneControl NONE = new ZoneControl(false, AntiPassback.OFF, null, false);
    }
}
