package io.foyer.hub.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * The description of a backup file, in its {@code manifest.json}.
 *
 * @param format the format of the file: {@value #FORMAT}
 * @param schema the version of the tables
 * @param createdAt ISO-8601
 * @param tables in an order in which a restore can fill them
 * @param days the days for which the journal has partitions, ISO-8601
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

    /** One table of the file: {@code tables/NAME.csv}. The first line has the column names; the rows follow. */
    public record TableCopy(String name, List<String> columns, long rows) {
        public TableCopy {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".csv";
        }
    }

    /** The number of rows of all tables. */
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
