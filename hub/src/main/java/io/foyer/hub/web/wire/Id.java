package io.foyer.hub.web.wire;

/** The pattern of ids of sites, doors, members and other things. */
public final class Id {
    public static final String PATTERN = "^[A-Za-z0-9._-]{1,64}$";

    private Id() {}
}
