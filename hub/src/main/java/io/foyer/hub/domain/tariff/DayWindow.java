package io.foyer.hub.domain.tariff;

import java.time.LocalTime;

/**
 * Hours of a day, from {@code from}, included, to {@code until}, excluded, in minutes after midnight. A window whose end
 * is not after its beginning goes over midnight and belongs to the day on which it begins.
 *
 * @param from 0 to 1,439
 * @param until 1 to 1,440
 */
public record DayWindow(int from, int until) {
    static final int DAY = 24 * 60;

    boolean isOverMidnight() {
        return until <= from;
    }

    /** True on the day on which the window begins. */
    boolean holds(LocalTime time) {
        int minute = minute(time);
        return minute >= from && (isOverMidnight() || minute < until);
    }

    /** True in the part of the window after midnight. */
    boolean holdsNextDay(LocalTime time) {
        return isOverMidnight() && minute(time) < until;
    }

    /** The length in minutes. */
    public int length() {
        return isOverMidnight() ? until - from + DAY : until - from;
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
