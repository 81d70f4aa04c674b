package io.foyer.simulators.day;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.Member.Duty;

/** When people usually come and go; seconds of the day. */
final class Hours {
    static final int HOUR = 3600;
    static final int MINUTE = 60;

    private Hours() {}

    /** {@code shift} tells two people of one duty apart. */
    static int arrives(Duty duty, int shift, Chance chance) {
        boolean second = shift % 2 == 1;
        return switch (duty) {
            case GUEST -> chance.near(9 * HOUR + 25 * MINUTE, 45 * MINUTE);
            case NIGHT_GUARD -> 2 * MINUTE;
            case EVENING_GUARD -> 19 * HOUR + 30 * MINUTE;
            case RECEPTION -> second ? 13 * HOUR : 8 * HOUR + 5 * MINUTE;
            case BARISTA -> second ? 11 * HOUR : 7 * HOUR + 40 * MINUTE;
            case CLEANER -> second ? 20 * HOUR : 5 * HOUR + 50 * MINUTE;
            case ENGINEER -> 8 * HOUR + 30 * MINUTE;
            case MANAGER -> 9 * HOUR;
        };
    }

    static int leaves(Duty duty, int shift, int arrives, Chance chance) {
        return switch (duty) {
            case GUEST -> Math.max(arrives + 2 * HOUR, chance.near(18 * HOUR + 20 * MINUTE, 75 * MINUTE));
            case NIGHT_GUARD -> 6 * HOUR + 20 * MINUTE;
            case EVENING_GUARD -> 23 * HOUR + 50 * MINUTE;
            case RECEPTION -> arrives + 8 * HOUR;
            case BARISTA -> arrives + 7 * HOUR + 30 * MINUTE;
            case CLEANER -> arrives + 2 * HOUR + 30 * MINUTE;
            case ENGINEER, MANAGER -> 18 * HOUR;
        };
    }
}
