package io.foyer.hub.domain.access;

/** How a door stands at this moment. */
public enum DoorMode {
    /** It opens for whoever has a right. */
    SECURE,
    /** It stands open by its schedule. */
    UNLOCKED,
    /** It stands open by order of the staff. */
    HELD_OPEN,
    /** It lets nobody in by order of the staff. */
    LOCKED,
    /** It lets in only whom {@code lockdownPass} names. */
    LOCKDOWN,
    /** It stands open because of a fire or the like. */
    RELEASED,
    /** The site file has it out of use. */
    DISABLED;

    public boolean isOpen() {
        return this == UNLOCKED || this == HELD_OPEN || this == RELEASED;
    }

    public boolean isShut() {
        return this == LOCKED || this == LOCKDOWN;
    }
}
