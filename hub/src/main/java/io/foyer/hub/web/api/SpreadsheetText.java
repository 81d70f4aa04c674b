package io.foyer.hub.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma-separated values as spreadsheets want them: UTF-8 with its mark, lines end with CR LF. */
final class SpreadsheetText {
    static final String MARK = "\uFEFF";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter csv;

    SpreadsheetText(List<String> columns) {
        Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        try {
            text.write(MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(columns);
    }

    void line(List<String> cells) {
        csv.writeRecord(cells);
    }

    /** All of the text. No line may come after it. */
    byte[] done() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
