package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.BilingualText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cards of a file, also after a spreadsheet has changed them. Digits without a letter may be hexadecimal, or
 * a decimal without its zeros: a card with the print 0012345678 becomes {@code 12345678}. The other cards of the file
 * tell which, because a list writes all its cards in one way.
 */
final class SheetCards {
    private static final Pattern REWRITTEN = Pattern.compile("(?i)\\d+\\.\\d+|\\d+([.,]\\d+E[+-]?|E[+-])\\d+");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)(?=.*[A-F])([0-9A-F]{2}[-: ]?){3,10}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{9,10}");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern DIGIT_SHORT = Pattern.compile("\\d{7}|\\d{13}");
    /** Groups of one byte or two bytes, or a facility and a number. */
    private static final Pattern GROUPED = Pattern.compile("(?i)[0-9A-F]{2}([-: ])[0-9A-F]{2}(\\1[0-9A-F]{2})*"
            + "|[0-9A-F]{4}([-: ])[0-9A-F]{4}(\\3[0-9A-F]{4})*|\\d{1,5}[,:-]\\d{5}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}._-]*");
    /** Several numbers: a date, a time or two cards. */
    private static final Pattern SEVERAL = Pattern.compile("(?i)\\d+([._-]\\d+)+|[0-9A-F]{5,}([._-][0-9A-F]{5,})+");

    private static final BilingualText REWRITTEN_TEXT = new BilingualText(
            "表格改写了此数字：请把该列设为文本，再填写原来的号码",
            "is a number that a spreadsheet has rewritten: format the column as text, and enter the number again");

    private boolean hexadecimal;
    private boolean decimal;

    /** Learns from a card. All cards come here before the first one is read. */
    void look(String cell) {
        hexadecimal |= HEXADECIMAL.matcher(cell).matches();
        decimal |= DECIMAL.matcher(cell).matches();
    }

    /** The reason why a cell cannot be the value of one credential; null where it can. */
    @Nullable BilingualText fault(CredentialType type, String cell) {
        if (isRewritten(cell)) {
            return REWRITTEN_TEXT;
        }
        return type == CredentialType.CARD ? cardFault(cell) : null;
    }

    private @Nullable BilingualText cardFault(String cell) {
        boolean hasDigit = cell.chars().anyMatch(Character::isDigit);
        if (!hasDigit && !HEXADECIMAL.matcher(cell).matches()) {
            return new BilingualText(
                    "不是卡号；没有卡请留空", "is no number of a card: leave the cell blank where there is no card");
        }
        boolean several = SEVERAL.matcher(cell).matches() || !WORD.matcher(cell).matches();
        if (several && !(GROUPED.matcher(cell).matches() && isNumber(cell))) {
            return new BilingualText(
                    "不是一张卡的卡号；多张卡请每张一行",
                    "is not the number of one card: a member with more cards has a row for each card");
        }
        if (hexadecimal && DIGIT_SHORT.matcher(cell).matches()) {
            return new BilingualText(
                    "比其他十六进制卡号少一位，前面的零可能被表格删去：请写成 0x0" + cell,
                    "has one digit less than the hexadecimal cards; a spreadsheet may have removed a zero: write 0x0"
                            + cell);
        }
        if (hexadecimal && decimal && EIGHT_DIGITS.matcher(cell).matches()) {
            return new BilingualText(
                    "可能是十进制或十六进制：请写成 00" + cell + " 或 0x" + cell,
                    "may be decimal or hexadecimal, because this file has both: write 00" + cell + " or 0x" + cell);
        }
        return null;
    }

    private static boolean isNumber(String cell) {
        return !Credential.CredentialKey.of(CredentialType.CARD, cell).value().equals(cell);
    }

    /** The number in the form in which the card has it. */
    String read(String cell) {
        return !hexadecimal && EIGHT_DIGITS.matcher(cell).matches() ? "00" + cell : cell;
    }

    /**
     * True where a spreadsheet has rewritten a number: {@code 4.12346E+12}. A plain {@code 12E34567} is hexadecimal.
     */
    private static boolean isRewritten(String cell) {
        return REWRITTEN.matcher(cell).matches();
    }
}
