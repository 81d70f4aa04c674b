package io.foyer.hub.config;

import io.foyer.hub.domain.definition.Schedule;
import io.foyer.hub.domain.definition.Zone;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults of one file, in the order in which the check finds them. The check continues after each fault. */
final class FaultList {
    private static final Set<String> BUILT_IN = Set.of("schedule " + Schedule.ALWAYS.id(), "zone " + Zone.OUTSIDE);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int MOST_TOLD = 20;
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int MOST_DECIMALS = 12;

    private final Path file;
    private final LineIndex lines;
    private final List<String> found = new ArrayList<>();

    FaultList(Path file, LineIndex lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Adds a fault.
     *
     * @param remedy what to do, as a whole sentence
     */
    void add(String path, String what, String remedy) {
        found.add(file + ":" + lines.at(path) + ": " + what + ". " + remedy);
    }

    /** The id where it is valid. Otherwise adds a fault and returns a stand-in, so that the check can continue. */
    String id(String path, @Nullable String id, String what, Set<String> taken) {
        if (id == null || !ID.matcher(id).matches()) {
            add(
                    path + "/id",
                    what + (id == null ? " has no id" : " has the id `" + id + "`"),
                    "Give it an id of 1 to 64 letters, digits, dots, dashes or underscores.");
            return path;
        }
        if (BUILT_IN.contains(what + " " + id)) {
            add(
                    path + "/id",
                    what + " `" + id + "` is built in: it is there without being written",
                    "Leave yours out, or give it another id.");
        } else if (!taken.add(id)) {
            add(path + "/id", "two " + what + "s have the id `" + id + "`", "Give one of them another id.");
        }
        return id;
    }

    /** Checks that the target of a reference exists. */
    void known(String path, @Nullable String id, Map<String, ?> there, String what) {
        if (id == null) {
            add(path, "a " + what + " is missing here", "Name one of the file's " + what + "s.");
        } else if (!there.containsKey(id)) {
            add(path, "there is no " + what + " `" + id + "`", "Correct the id, or add the " + what + ".");
        }
    }

    <T extends Comparable<T>> T within(String path, @Nullable T value, T least, T most, T absent) {
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
            add(path, "`" + value + "` is out of range", "Choose a number from " + least + " to " + most + ".");
        }
        return value == null ? absent : value;
    }

    /** Refuses a price or quantity below 0, or with so many digits that it can only be a slip. */
    @Nullable BigDecimal positive(String path, @Nullable BigDecimal value) {
        if (value != null && value.signum() < 0) {
            add(path, "`" + value + "` is negative", "Write a number of 0 or more.");
        } else if (value != null && (value.compareTo(MOST) > 0 || value.scale() > MOST_DECIMALS)) {
            add(
                    path,
                    "`" + value + "` is out of range",
                    "Write a number up to 1,000,000,000 with 12 decimals at most.");
        }
        return value;
    }

    /** Checks that no parent is its own ancestor; {@code ids} in the order of the list at {@code path}. */
    void refuseCycles(String path, String what, List<String> ids, UnaryOperator<@Nullable String> parent) {
        for (int i = 0; i < ids.size(); i++) {
            String at = parent.apply(ids.get(i));
            for (int steps = 0; at != null && steps <= ids.size(); steps++) {
                if (at.equals(ids.get(i))) {
                    add(
                            path + i + "/parent",
                            what + " `" + at + "` lies within itself",
                            "Change the parent of one " + what + " of the circle.");
                    break;
                }
                at = parent.apply(at);
            }
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            int rest = found.size() - MOST_TOLD;
            throw new ConfigException(String.join("\n", found.subList(0, Math.min(found.size(), MOST_TOLD)))
                    + (rest > 0 ? "\n... and " + rest + " more." : ""));
        }
    }
}
