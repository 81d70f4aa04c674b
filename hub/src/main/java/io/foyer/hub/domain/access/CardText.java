package io.foyer.hub.domain.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the number of a card from the text that a reader sends or a person writes. */
final class CardText {
    private static final Pattern FACILITY = Pattern.compile("(\\d{1,5})[,:-](\\d{5})");
    private static final Pattern BITS = Pattern.compile("[01]{26}|[01]{34}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{5,24}");
    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-F]{2}){3,10}");
    private static final Set<Integer> LENGTHS_OF_IDS = Set.of(8, 14, 20);
    private static final int HALF = 0xFFFF;
    private static final char FACILITY_SIGN = ',';

    private CardText() {}

    /** The numbers that a text may mean, the likeliest first. Empty where the text cannot be the number of a card. */
    static List<BigInteger> numbers(String text) {
        String digits = digits(text);
        if (digits.length() == text.length() && text.indexOf(FACILITY_SIGN) < 0) {
            return plain(digits);
        }
        Matcher facility = FACILITY.matcher(text);
        if (facility.matches()) {
            int high = Integer.parseInt(facility.group(1));
            int low = Integer.parseInt(facility.group(2));
            return high <= HALF && low <= HALF
                    ? List.of(BigInteger.valueOf(high).shiftLeft(16).or(BigInteger.valueOf(low)))
                    : List.of();
        }
        return HEXADECIMAL.matcher(digits).matches() ? List.of(new BigInteger(digits, 16)) : List.of();
    }

    /** The text without separators and without {@code 0x}. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign != '-' && sign != ':' && sign != ' ') {
                digits.append(Character.toUpperCase(sign));
            }
        }
        boolean marked = digits.length() > 2 && digits.charAt(0) == '0' && digits.charAt(1) == 'X';
        return marked ? digits.substring(2) : digits.toString();
    }

    private static List<BigInteger> plain(String digits) {
        if (BITS.matcher(digits).matches() && isWiegand(digits)) {
            return List.of(new BigInteger(digits.substring(1, digits.length() - 1), 2));
        }
        List<BigInteger> numbers = new ArrayList<>(2);
        if (HEXADECIMAL.matcher(digits).matches()) {
            numbers.add(new BigInteger(digits, 16));
        }
        if (DECIMAL.matcher(digits).matches()) {
            BigInteger number = new BigInteger(digits);
            if (number.bitLength() <= 8 * CardNumber.MOST_BYTES) {
                numbers.add(LENGTHS_OF_IDS.contains(digits.length()) ? numbers.size() : 0, number);
            }
        }
        return numbers;
    }

    /** The first bit makes the number of ones in the first half even. The last bit makes it odd in the second half. */
    private static boolean isWiegand(String bits) {
        int half = bits.length() / 2;
        return ones(bits.substring(0, half)) % 2 == 0 && ones(bits.substring(half)) % 2 == 1;
    }

    private static long ones(String bits) {
        return bits.chars().filter(bit -> bit == '1').count();
    }
}
