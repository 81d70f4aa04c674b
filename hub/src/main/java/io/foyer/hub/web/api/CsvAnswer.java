package io.foyer.hub.web.api;

import io.foyer.hub.web.api.PagedDownload.FilePage;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as a file of comma-separated values (RFC 4180), in place of JSON. No cell may have a comma or a quote. */
final class CsvAnswer {
    static final Parameter FORMAT = Parameter.oneOf(
            "format",
            "The format of the answer; the default is json, or csv where the header Accept is text/csv",
            List.of("json", "csv"));

    private CsvAnswer() {}

    static boolean isAsked(ApiCall call) {
        String format = call.query("format");
        if (format != null && !format.equals("csv") && !format.equals("json")) {
            call.fields().wrong("format", "只能是 json, csv", "must be one of json, csv");
        }
        String accept = call.request().getHeader("Accept");
        return format == null ? accept != null && accept.startsWith(ImportEndpoints.CSV) : format.equals("csv");
    }

    /** The table by pages; the first one begins with {@link #heading}. */
    static ApiAnswer of(String name, FilePage first) {
        return ApiAnswer.ok(new PagedDownload(ImportEndpoints.CSV + "; charset=utf-8", name + ".csv", first));
    }

    static Buffer heading(List<String> columns) {
        Buffer text = Buffer.buffer();
        line(text, columns);
        return text;
    }

    static <T> Buffer lines(List<T> items, Function<T, List<@Nullable Object>> cells) {
        Buffer text = Buffer.buffer();
        items.forEach(item -> line(text, cells.apply(item)));
        return text;
    }

    private static void line(Buffer text, List<? extends @Nullable Object> cells) {
        String line =
                cells.stream().map(cell -> cell == null ? "" : cell.toString()).collect(Collectors.joining(","));
        text.appendBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
