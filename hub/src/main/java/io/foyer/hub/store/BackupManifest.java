package io.foyer.hub.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a backup file says of itself, in its {@code manifest.json}.
 *
 * @param format of the file: {@value #FORMAT}
 * @param schema the version of the tables
 * @param createdAt ISO-8601
 * @param tables in an order in which they can be filled
 * @param days for which the journal has partitions, ISO-8601
 */
public record BackupManifest(int format, String schema, String createdAt, List<TableCopy> tables, List<String> days) {
    /** Format 1 was written before the first release. */
    static final int FORMAT = 2;

    static final String NAME = "manifest.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    public BackupManifest {
        tables = List.copyOf(tables);
        days = List.copyOf(days);
    }

    /** One table of the file: {@code tables/NAME.csv}, with a line of column names and then its rows. */
    public record TableCopy(String name, List<String> columns, long rows) {
        public TableCopy {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".csv";
        }
    }

    /** Rows of all tables together. */
    public long rows() {
        return tables.stream().mapToLong(TableCopy::rows).sum();
    }

    byte[] toJson() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static BackupManifest read(byte[] json) throws IOException {
        return JSON.readValue(json, BackupManifest.class);
    }
}
