package io.foyer.hub.domain.tariff;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a day, from {@code from}, included, to {@code until}, excluded, in minutes after midnight. A window whose end
 * is not after its beginning goes over midnight and belongs to the day on which it begins.
 *
 * @param from 0 to 1,439
 * @param until 1 to 1,440
 */
public record DayWindow(int from, int until) {
    static final int DAY = 24 * 60;
    private static final Pattern SPAN =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    /** A span such as {@code 22:00-06:00}; null where the text is none. */
    public static @Nullable DayWindow of(String text) {
        Matcher hours = SPAN.matcher(text);
        if (!hours.matches()) {
            return null;
        }
        int from = minutes(hours.group(1), hours.group(2));
        int until = hours.group(3) == null ? DAY : minutes(hours.group(3), hours.group(4));
        return from == until ? null : new DayWindow(from, until);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /** The text that {@link #of} reads. */
    public String text() {
        return String.format("%02d:%02d-%02d:%02d", from / 60, from % 60, until / 60, until % 60);
    }

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
