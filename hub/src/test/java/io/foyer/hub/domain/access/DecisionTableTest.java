package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules as a table that can be read: {@code src/test/resources/decisions/table.csv}. */
class DecisionTableTest {
    private static final int COLUMNS = 9;

    static List<String> rows() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/decisions/table.csv"))) {
            return lines.filter(line -> !line.startsWith("#")).skip(1).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_door_says_what_the_table_says(String row) {
        String[] cells = row.split(",", -1);
        assertThat(cells).hasSize(COLUMNS);
        Corner corner = new Corner(cells[4], cells[6]);
        if (!cells[0].equals("-")) {
            corner.holds(Corner.membership("m", cells[0], cells[1], cells[2].equals("-") ? null : cells[2], cells[3]));
        }
        if (!cells[7].equals("-")) {
            List.of(cells[7].split("; ")).forEach(corner::is);
        }
        AccessRequest request = corner.request(Direction.valueOf(cells[5].toUpperCase(Locale.ROOT)));

        Explanation explanation = new RuleBook(corner.keeper).explain(request);
        assertThat(new RuleBook(corner.keeper).decide(request).reason().code()).isEqualTo(cells[8]);
        assertThat(explanation.reason().code()).isEqualTo(cells[8]);
    }

    @Test
    void the_table_has_every_reason_and_at_least_150_rows() throws IOException {
        List<String> rows = rows();
        Set<String> reasons = rows.stream().map(row -> row.split(",", -1)[8]).collect(Collectors.toSet());

        assertThat(rows).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(reasons)
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(AccessReason.class).stream()
                        .map(AccessReason::code)
                        .toList());
    }

    @Test
    void the_rules_are_asked_in_the_order_of_the_contract() {
        assertThat(RuleBook.RULES)
                .extracting(RuleBook.AccessRule::reason)
                .containsExactlyElementsOf(Stream.of(AccessReason.values())
                        .filter(reason -> reason != AccessReason.GRANTED)
                        .toList());
    }
}
