package io.foyer.hub.domain.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number on a card, however a reader or a person writes the number. The forms are: hexadecimal, plain or with
 * dashes, colons, spaces or {@code 0x}; decimal; facility and number, {@code 162,46020}; the 26 or 34 bits of a Wiegand
 * line as zeros and ones. The bytes may be in either order in each form.
 *
 * <p>The canonical form is the number in upper-case hexadecimal: two digits a byte, at least four bytes, and no other
 * leading zero bytes. A text that cannot be the number of a card (fewer than 5 digits, other letters) is its own
 * canonical form.
 *
 * <p>A text may have several readings: {@code 77771716} is hexadecimal or decimal, and no text tells the order of its
 * bytes. The registered cards decide which reading is right. Two cards that share a reading must therefore not both be
 * registered ({@link #clashes}).
 *
 * <p>A number of eight digits may be hexadecimal, or a decimal whose leading zeros a spreadsheet removed. Even the
 * person who registers the card may not know. The hub therefore finds a card that is registered as one of the two by
 * the other one too.
 */
final class CardNumber {
    private static final int[] SIZES = {4, 5, 7, 8, 10};
    static final int MOST_BYTES = 10;
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
    private static final BigInteger NINE_DIGITS = BigInteger.valueOf(100_000_000);

    private CardNumber() {}

    static String canonical(String text) {
        List<BigInteger> numbers = CardText.numbers(text);
        return numbers.isEmpty() ? text : canonical(numbers.get(0));
    }

    /** The canonical forms of all cards that a text may stand for, the likeliest first. */
    static List<String> readings(String text) {
        return readings(CardText.numbers(text));
    }

    static List<String> readings(List<BigInteger> numbers) {
        Set<BigInteger> readings = new LinkedHashSet<>(numbers);
        numbers.forEach(number -> readings.add(reversed(number, size(number))));
        List.copyOf(readings).forEach(number -> readings.addAll(others(number)));
        return readings.stream().map(CardNumber::canonical).distinct().toList();
    }

    /** The other numbers that the eight digits of this registered number may mean. */
    private static List<BigInteger> others(BigInteger number) {
        List<BigInteger> others = new ArrayList<>(2);
        String hexadecimal = canonical(number);
        if (EIGHT_DIGITS.matcher(hexadecimal).matches()) {
            others.add(new BigInteger(hexadecimal));
        }
        if (number.compareTo(NINE_DIGITS) < 0) {
            others.add(new BigInteger(number.toString(), 16));
        }
        return others;
    }

    /** The canonical forms of the other cards that share a reading with this one. */
    static Set<String> clashes(String canonical) {
        Set<String> clashes = new LinkedHashSet<>();
        for (BigInteger card : CardText.numbers(canonical)) {
            if (canonical(card).equals(canonical)) {
                Set<BigInteger> all = new LinkedHashSet<>(writtenFor(card));
                others(card).forEach(other -> all.addAll(writtenFor(other)));
                for (BigInteger written : all) {
                    clashes.addAll(readings(written.toString()));
                    clashes.addAll(readings(canonical(written)));
                    clashes.addAll(readings(asHexadecimal(written.toString())));
                }
            }
        }
        clashes.remove(canonical);
        return clashes;
    }

    /**
     * The digits of a decimal number, read as hexadecimal. A zero in front makes a text that is too short long enough.
     */
    private static List<BigInteger> asHexadecimal(String decimal) {
        return decimal.length() <= 2 * MOST_BYTES ? List.of(new BigInteger(decimal, 16)) : List.of();
    }

    /**
     * Every number that reads as this card: the card's own number, and numbers that read so with their bytes turned
     * round.
     */
    private static List<BigInteger> writtenFor(BigInteger card) {
        List<BigInteger> written = new ArrayList<>(List.of(card));
        for (int size : SIZES) {
            if (size >= size(card)) {
                BigInteger turned = reversed(card, size);
                if (reversed(turned, size(turned)).equals(card)) {
                    written.add(turned);
                }
            }
        }
        return written;
    }

    static String canonical(BigInteger number) {
        String hex = number.toString(16).toUpperCase(Locale.ROOT);
        int length = Math.max(8, hex.length() + hex.length() % 2);
        return "0".repeat(length - hex.length()) + hex;
    }

    /** The number of bytes of such a card: the smallest usual length that holds the number. */
    static int size(BigInteger number) {
        for (int size : SIZES) {
            if (number.bitLength() <= 8 * size) {
                return size;
            }
        }
        return MOST_BYTES;
    }

    static BigInteger reversed(BigInteger number, int size) {
        byte[] bytes = number.toByteArray();
        byte[] turned = new byte[size + 1];
        for (int i = 0; i < size && i < bytes.length; i++) {
            turned[i + 1] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(turned);
    }
}
