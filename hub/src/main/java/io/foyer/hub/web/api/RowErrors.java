package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.BilingualText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The errors of a file, line by line: the first {@link #MOST}, and the number of all others. */
final class RowErrors {
    static final int MOST = 1_000;

    private final List<RowError> errors = new ArrayList<>();
    private int more;

    /** An error in a line of the file. */
    record RowError(
            @Schema(description = "The line of the file, counted from 1")
            int line,

            @Schema(description = "The title of the column; empty where the whole line is wrong")
            String field,

            BilingualText text) {}

    void add(int line, String field, BilingualText text) {
        if (errors.size() < MOST) {
            errors.add(new RowError(line, field, text));
        } else {
            more++;
        }
    }

    /** Adds errors that were found after the last line, and puts all errors in the order of the lines. */
    void addLate(List<RowError> late, int uncounted) {
        errors.addAll(late);
        errors.sort(Comparator.comparingInt(RowError::line));
        List<RowError> beyond = errors.subList(Math.min(MOST, errors.size()), errors.size());
        more += uncounted + beyond.size();
        beyond.clear();
    }

    /** All errors so far. */
    int count() {
        return errors.size() + more;
    }

    /** The first errors, in the order of their lines. */
    List<RowError> first() {
        return errors;
    }

    /** The number of all other errors. */
    int more() {
        return more;
    }
}
