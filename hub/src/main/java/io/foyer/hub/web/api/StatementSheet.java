package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.web.wire.StatementEntry;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statements as a table for an accounting system: a line for each amount, so that the amounts of a tenant add up to the total.
 * A register has a line without an amount.
 */
final class StatementSheet {
    private static final List<String> COLUMNS = List.of(
            "tenant",
            "month",
            "version",
            "provisional",
            "currency",
            "line",
            "medium",
            "meter",
            "name",
            "from",
            "to",
            "quantity",
            "unit",
            "price",
            "amount");

    private StatementSheet() {}

    static ApiAnswer answer(String name, List<StatementEntry> statements) {
        SpreadsheetText text = new SpreadsheetText(COLUMNS);
        for (StatementEntry statement : statements) {
            List<String> head = cells(
                    SheetCell.neutral(statement.tenant()),
                    statement.month(),
                    statement.version(),
                    statement.provisional(),
                    statement.currency());
            lines(statement)
                    .forEach(line -> text.line(
                            Stream.concat(head.stream(), line.stream()).toList()));
        }
        return ApiAnswer.ok(
                new Download(ImportEndpoints.CSV + "; charset=utf-8", name + ".csv", Buffer.buffer(text.done())));
    }

    /** The hash of what is owed and why. Names of meters and words may change without making it another statement. */
    static String hash(StatementEntry statement) {
        return DeviceSecrets.hash(lines(statement).stream()
                .map(line -> String.join("\t", line))
                .collect(Collectors.joining("\n", statement.currency() + "\n", "\n" + statement.total())));
    }

    private static List<List<String>> lines(StatementEntry statement) {
        List<List<String>> lines = new ArrayList<>();
        statement
                .registers()
                .forEach(each -> lines.add(line(
                        "register",
                        each.medium(),
                        each.meter(),
                        null,
                        plain(each.from()),
                        plain(each.to()),
                        plain(each.quantity()),
                        null,
                        null)));
        statement
                .bands()
                .forEach(each -> lines.add(line(
                        "band",
                        each.medium(),
                        each.meter(),
                        each.name(),
                        null,
                        null,
                        plain(each.quantity()),
                        plain(each.price()),
                        each.amount())));
        statement
                .shares()
                .forEach(each -> lines.add(line(
                        "share",
                        each.medium(),
                        each.meter(),
                        Code.of(each.by()),
                        null,
                        null,
                        plain(each.quantity()),
                        null,
                        each.amount())));
        statement
                .charges()
                .forEach(each -> lines.add(line(
                        Code.of(each.kind()),
                        each.medium(),
                        each.meter(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        each.amount())));
        lines.add(cells("tax", "", "", plain(statement.taxPercent()) + "%", "", "", "", "", "", statement.tax()));
        return lines;
    }

    private static List<String> line(
            String kind,
            Medium medium,
            String meter,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String amount) {
        String unit =
                switch (medium) {
                    case ELECTRICITY -> "kWh";
                    case WATER -> "m3";
                    case NETWORK -> "B";
                };
        return cells(
                kind,
                Code.of(medium),
                meter,
                name == null ? null : SheetCell.neutral(name),
                from,
                to,
                quantity,
                quantity == null ? null : unit,
                price,
                amount);
    }

    private static List<String> cells(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
