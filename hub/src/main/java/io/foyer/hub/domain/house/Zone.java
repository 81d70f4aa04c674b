package io.foyer.hub.domain.house;

import org.jspecify.annotations.Nullable;

/**
 * A part of the house. Zones form a tree; {@code outside} is beside it.
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
        Text name,
        @Nullable Text shortName,
        @Nullable Integer capacity,
        @Nullable Double areaM2,
        @Nullable String plan) {
    /** The id of everything that is not the house. */
    public static final String OUTSIDE = "outside";
}
