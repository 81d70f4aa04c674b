package io.foyer.hub.mqtt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO-8601 times with an offset. Nearly every message has such a time, mostly in one form. The general parser of
 * java.time takes as long for it as the whole rest of the payload does, so this class reads the usual form itself.
 */
final class IsoTime {
    private static final Pattern BASIC =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})[Tt](\\d{2})(\\d{2})(?:(\\d{2}))?((?:[.,]\\d{1,9})?[Zz+-].*)");
    private static final Pattern COMMA = Pattern.compile("(:\\d{2}:\\d{2}),(?=\\d)");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(.*[Tt][^+-]*)([+-]\\d{2})(\\d{2})?");
    private static final int SECONDS_END = 19;
    private static final int TENTH_NS = 100_000_000;
    private static final int NONE = Integer.MIN_VALUE;

    private IsoTime() {}

    /**
     * Reads what {@link OffsetDateTime#parse} reads, and throws its exception for other texts. Reads more forms of ISO
     * 8601 too: the basic form {@code 20261123T085912Z}, a comma before the fraction, {@code +0800} and {@code +08}.
     */
    static Instant parse(String text) {
        Instant usual = usual(text);
        return usual == null ? OffsetDateTime.parse(extended(text)).toInstant() : usual;
    }

    private static String extended(String text) {
        Matcher basic = BASIC.matcher(text);
        String spread = basic.matches()
                ? "%s-%s-%sT%s:%s%s"
                        .formatted(
                                basic.group(1),
                                basic.group(2),
                                basic.group(3),
                                basic.group(4),
                                basic.group(5),
                                basic.group(6) == null ? basic.group(7) : ":" + basic.group(6) + basic.group(7))
                : text;
        String point = COMMA.matcher(spread).replaceFirst("$1.");
        Matcher offset = SHORT_OFFSET.matcher(point);
        return offset.matches()
                ? offset.group(1) + offset.group(2) + ":" + (offset.group(3) == null ? "00" : offset.group(3))
                : point;
    }

    /**
     * Reads {@code 2026-11-23T08:59:12} with one to nine decimals or none, and then {@code Z} or {@code +08:00}. Null
     * for every other form.
     */
    private static @Nullable Instant usual(String text) {
        if (text.length() <= SECONDS_END
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int end = SECONDS_END;
        int nanos = 0;
        if (text.charAt(end) == '.') {
            end++;
            for (int unit = TENTH_NS; unit > 0 && end < text.length() && isDigit(text.charAt(end)); unit /= 10) {
                nanos += unit * (text.charAt(end++) - '0');
            }
        }
        int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
        int hour = twoDigits(text, 11);
        int minute = twoDigits(text, 14);
        int second = twoDigits(text, 17);
        int offset = offset(text, end);
        boolean whole = text.charAt(end - 1) != '.' && year >= 0 && hour >= 0 && minute >= 0 && second >= 0;
        if (!whole || hour > 23 || minute > 59 || second > 59 || offset == NONE) {
            return null;
        }
        long day = LocalDate.of(year, twoDigits(text, 5), twoDigits(text, 8)).toEpochDay();
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second - offset, nanos);
    }

    /** The offset in seconds, from {@code at} to the end of the text. */
    private static int offset(String text, int at) {
        int rest = text.length() - at;
        if (rest == 1 && text.charAt(at) == 'Z') {
            return 0;
        }
        if (rest != 6 || text.charAt(at + 3) != ':' || (text.charAt(at) != '+' && text.charAt(at) != '-')) {
            return NONE;
        }
        int hours = twoDigits(text, at + 1);
        int minutes = twoDigits(text, at + 4);
        if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return text.charAt(at) == '-' ? -seconds : seconds;
    }

    /** The number of two digits. Far below zero where the characters are no digits. */
    private static int twoDigits(String text, int at) {
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        return isDigit(tens) && isDigit(ones) ? 10 * (tens - '0') + ones - '0' : -1_000_000;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
