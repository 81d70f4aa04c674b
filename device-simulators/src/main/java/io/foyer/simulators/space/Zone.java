package io.foyer.simulators.space;

import org.jspecify.annotations.Nullable;

/** A part of the space. */
public record Zone(String id, @Nullable String parent, String kind, int capacity, double areaM2) {
    public static final String OUTSIDE = "outside";

    public boolean isFloor() {
        return kind.equals("floor");
    }
}
