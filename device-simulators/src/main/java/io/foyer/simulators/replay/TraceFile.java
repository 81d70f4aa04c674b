package io.foyer.simulators.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldModifiers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import io.foyer.simulators.setting.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One CSV file with a header line, read through a map; spaces around names and values do not count. */
record TraceFile(Path path, ReplayMap map) {
    TraceFile {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Refusal(path + ": is not a readable file. Name a recorded CSV file.");
        }
    }

    /** Rows in the file's order, which must be that of time. Reads as it goes; closes the file at its end. */
    Iterator<Row> rows(String trace) {
        try {
            CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                    .detectBomHeader(true)
                    .build(
                            NamedCsvRecordHandler.builder()
                                    .fieldModifier(FieldModifiers.STRIP)
                                    .build(),
                            path);
            return new Rows(trace, reader.iterator());
        } catch (IOException unreadable) {
            throw new Refusal(path + ": cannot be read. Check its permissions.");
        }
    }

    private final class Rows implements Iterator<Row> {
        private final String trace;
        private final CloseableIterator<NamedCsvRecord> records;
        private @Nullable Instant before;

        private Rows(String trace, CloseableIterator<NamedCsvRecord> records) {
            this.trace = trace;
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            try {
                if (records.hasNext()) {
                    return true;
                }
                records.close();
            } catch (CsvParseException broken) {
                throw new Refusal(path + ": " + reason(broken) + ". Mend the row, or take it out.");
            } catch (IOException | UncheckedIOException unreadable) {
                throw new Refusal(path + ": cannot be read to its end. Check the file and the disk.");
            }
            if (before == null) {
                throw new Refusal(path + ": has no rows below its header. Name a recorded CSV file.");
            }
            return false;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            NamedCsvRecord fields = records.next();
            if (before == null) {
                requireColumns(fields.getHeader());
            }
            String column = map.time().column();
            String place = path + ": line " + fields.getStartingLineNumber() + ", column " + column + ": ";
            Instant at;
            try {
                at = map.time().parse(fields.getField(column));
            } catch (DateTimeException no) {
                throw new Refusal(
                        place + no.getMessage() + ". Mend the row, or key time.pattern in " + map.file() + ".");
            }
            if (before != null && at.isBefore(before)) {
                throw new Refusal(place + "is earlier than the row before. Sort the file by its time.");
            }
            before = at;
            return new Row(TraceFile.this, trace, at, fields);
        }
    }

    /** The library tells the line in one message and the cause in another. */
    private static String reason(CsvParseException broken) {
        String told = String.valueOf(broken.getMessage());
        String where = told.replaceFirst(".*(line \\d+).*", "$1");
        return (broken.getCause() == null
                        ? told
                        : where + ": " + broken.getCause().getMessage())
                .replaceFirst("\\.$", "");
    }

    private void requireColumns(List<String> header) {
        require(header, map.time().column());
        map.feeds().forEach(feed -> feed.columns().forEach(column -> require(header, column)));
    }

    private void require(List<String> header, String column) {
        if (!header.contains(column)) {
            throw new Refusal(path + ": line 1: no column '" + column + "', which " + map.file() + " names; there are "
                    + String.join(", ", header) + ". Name one of these in the map.");
        }
    }
}
