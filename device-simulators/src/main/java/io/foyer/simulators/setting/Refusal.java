package io.foyer.simulators.setting;

import java.nio.file.Path;

/**
 * A reason to stop that the person at the keyboard can mend. Its message is all that is shown: where it is, what is
 * wrong, what to do. Never a fault of the program, so it carries no stack trace.
 */
public final class Refusal extends RuntimeException {
    public Refusal(String message) {
        super(message, null, false, false);
    }

    /** The common shape: {@code where} is a line, a column or a key inside the file. */
    public static Refusal in(Path file, String where, String wrong, String remedy) {
        return new Refusal(file + ": " + where + ": " + wrong + ". " + remedy);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
