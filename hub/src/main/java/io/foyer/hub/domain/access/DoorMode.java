package io.foyer.hub.domain.access;

/** How a door stands at this moment. */
public enum DoorMode {
    /** The door opens for people with a right. */
    SECURE,
    /** The door stands open by its schedule. */
    UNLOCKED,
    /** The staff holds the door open. */
    HELD_OPEN,
    /** The staff has locked the door: nobody gets in. */
    LOCKED,
    /** Only the plans in {@code lockdownPass} get in. */
    LOCKDOWN,
    /** The door stands open because of an emergency, such as a fire. */
    RELEASED,
    /** The site file has the door out of use. */
    DISABLED;

    public boolean isOpen() {
        return this == UNLOCKED || this == HELD_OPEN || this == RELEASED;
    }

    public boolean isShut() {
        return this == LOCKED || this == LOCKDOWN;
    }
}
