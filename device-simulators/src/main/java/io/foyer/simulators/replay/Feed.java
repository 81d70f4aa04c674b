package io.foyer.simulators.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row says to the hub, and through which device. */
sealed interface Feed {
    /** The columns that a file must have for this feed. */
    List<String> columns();

    /** A number of people that holds from the row's own time on. */
    record Present(String device, String column) implements Feed {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** Running totals: each row's values fall evenly into the span that the row covers. */
    record Totals(String device, String topic, List<Total> totals) implements Feed {
        public Totals {
            totals = List.copyOf(totals);
        }

        @Override
        public List<String> columns() {
            return totals.stream().flatMap(total -> total.columns.stream()).toList();
        }
    }

    /** One register: the sum of the columns of every row so far, above {@code start}. */
    record Total(String field, List<String> columns, BigDecimal start) {
        public Total {
            columns = List.copyOf(columns);
        }
    }

    /**
     * One read of a credential a row, at the reader that the row itself names: each {@code {column}} in the pattern
     * stands for that column's value, in lower case and with a hyphen for whatever is neither letter nor digit.
     */
    record Reads(
            String devicePattern,
            String credential,
            String type,
            @Nullable String decided) implements Feed {
        private static final Pattern COLUMN = Pattern.compile("\\{([^}]*)}");

        @Override
        public List<String> columns() {
            Matcher placeholder = COLUMN.matcher(devicePattern);
            var inPattern = placeholder.results().map(found -> found.group(1));
            return Stream.concat(inPattern, Stream.of(credential)).toList();
        }

        String device(Row row) {
            return COLUMN.matcher(devicePattern)
                    .replaceAll(found -> Matcher.quoteReplacement(slug(row.text(found.group(1)))));
        }

        private static String slug(String value) {
            return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        }
    }
}
