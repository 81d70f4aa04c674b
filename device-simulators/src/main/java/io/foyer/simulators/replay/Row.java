package io.foyer.simulators.replay;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.foyer.simulators.setting.Refusal;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One row of a trace.
 *
 * @param trace a short name of file and map, the same whenever both are the same
 */
record Row(TraceFile file, String trace, Instant at, NamedCsvRecord fields) {
    long line() {
        return fields.getStartingLineNumber();
    }

    /** The same for the same row of the same file and map, so that the hub knows a repeat. */
    String id() {
        return trace + ":" + line();
    }

    String place() {
        return file.path() + ": line " + line();
    }

    String text(String column) {
        String value = fields.getField(column);
        if (value.isEmpty()) {
            throw wrong(column, "is empty");
        }
        return value;
    }

    /** A quantity of 0 or more. */
    BigDecimal number(String column) {
        String text = text(column);
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException no) {
            throw wrong(column, "'" + text + "' is not a number");
        }
        if (number.signum() < 0) {
            throw wrong(column, "'" + text + "' is below 0, and a count or a register's step cannot be");
        }
        return number;
    }

    /** A whole number of 0 or more. */
    int whole(String column) {
        try {
            return number(column).intValueExact();
        } catch (ArithmeticException no) {
            throw wrong(column, "'" + text(column) + "' is not a whole number");
        }
    }

    private Refusal wrong(String column, String what) {
        return new Refusal(place() + ", column " + column + ": " + what + ". Mend the row, or take it out.");
    }
}
