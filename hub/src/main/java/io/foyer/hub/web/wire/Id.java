package io.foyer.hub.web.wire;

/** What ids of sites, doors, members and the like look like. */
public final class Id {
    public static final String PATTERN = "^[A-Za-z0-9._-]{1,64}$";

    private Id() {}
}
