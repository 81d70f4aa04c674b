package io.foyer.hub.web.api;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.site.Act;
import io.foyer.hub.site.FileCredentials;
import io.foyer.hub.site.Pins;
import io.foyer.hub.site.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file of people, {@link PeopleColumn} by column, and gathers what is wrong with it line by line. */
final class PeopleReader {
    static final int MOST_ERRORS = 1_000;
    static final int MOST_ROWS = 200_000;

    private static final String TITLES =
            Stream.of(PeopleColumn.values()).map(PeopleColumn::title).collect(Collectors.joining(", "));
    private static final String KNOWN_ZH = "以逗号分列，可用的列有：" + TITLES;
    private static final String KNOWN_EN = "with commas between them there may be: " + TITLES;

    private final House house;
    private final LocalDate today;
    private final Pins pins;
    private final Map<String, Found<Member>> members = new LinkedHashMap<>();
    private final Map<String, Found<Membership>> memberships = new LinkedHashMap<>();
    private final Map<Credential.Key, Found<FileCredentials.One>> credentials = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private int more;
    private int rows;

    /** Something, and the line that has it first. */
    private record Found<T>(T thing, int line) {}

    /** What is wrong in a line of the file, counted from 1. */
    record RowError(int line, String field, Text text) {}

    PeopleReader(House house, LocalDate today, Pins pins) {
        this.house = house;
        this.today = today;
        this.pins = pins;
    }

    void read(String text) {
        @Nullable PeopleColumn[] columns = null;
        int line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                line = (int) record.getStartingLineNumber();
                if (columns == null) {
                    columns = columns(record);
                } else {
                    row(record, columns);
                }
                if (rows > MOST_ROWS) {
                    wrong(
                            line,
                            "",
                            "最多 " + MOST_ROWS + " 行：请分成几个文件",
                            "more than " + MOST_ROWS + " rows: make it several files");
                }
                if (columns.length == 0 || rows > MOST_ROWS) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            wrong(line, "", "此行之后不是有效的 CSV", "what follows this line is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            wrong(line, "", "此行起有引号没有闭合", "from this line on a quotation mark is not closed");
        }
        if (columns == null) {
            wrong(1, "", "文件是空的", "the file is empty");
        }
    }

    /** By place; empty where the first line cannot be used. */
    private @Nullable PeopleColumn[] columns(CsvRecord first) {
        @Nullable PeopleColumn[] columns = new PeopleColumn[first.getFieldCount()];
        int line = (int) first.getStartingLineNumber();
        for (int i = 0; i < columns.length; i++) {
            PeopleColumn column = PeopleColumn.of(first.getField(i));
            if (column == null) {
                wrong(line, first.getField(i), "不认识此列；" + KNOWN_ZH, "is no column that is known here; " + KNOWN_EN);
            } else if (Arrays.asList(columns).subList(0, i).contains(column)) {
                wrong(line, column.title(), "此列出现两次", "is there twice");
            }
            columns[i] = column;
        }
        if (errors.isEmpty() && !Arrays.asList(columns).contains(PeopleColumn.MEMBER)) {
            wrong(line, PeopleColumn.MEMBER.title(), "缺少此列", "this column must be there");
        }
        return errors.isEmpty() ? columns : new PeopleColumn[0];
    }

    private void row(CsvRecord record, @Nullable PeopleColumn[] columns) {
        int line = (int) record.getStartingLineNumber();
        rows++;
        if (record.getFieldCount() > columns.length) {
            wrong(line, "", "列数多于首行", "has more cells than the first line");
            return;
        }
        EnumMap<PeopleColumn, String> cells = new EnumMap<>(PeopleColumn.class);
        for (int i = 0; i < record.getFieldCount(); i++) {
            PeopleColumn column = columns[i];
            String cell = CsvText.restored(record.getField(i));
            if (column != null && !cell.isBlank()) {
                cells.put(column, column.isText() ? cell : cell.strip());
            }
        }
        PeopleRow row = new PeopleRow(cells, house, today, pins);
        Member member = row.member(
                members.containsKey(row.memberId())
                        ? members.get(row.memberId()).thing()
                        : null);
        Membership membership = row.membership();
        Credential credential = row.credential();
        row.errors().forEach(error -> add(new RowError(line, error.field(), error.text())));
        if (row.errors().isEmpty()) {
            add(line, PeopleColumn.MEMBER, members, member.id(), member);
            if (membership != null) {
                add(line, PeopleColumn.MEMBERSHIP, memberships, membership.id(), membership);
            }
            if (credential != null) {
                FileCredentials.One one = FileCredentials.One.of(credential);
                refuseLookalike(line, one);
                add(line, PeopleColumn.CREDENTIAL, credentials, credential.key(), one);
            }
        }
    }

    private <K, T> void add(int line, PeopleColumn column, Map<K, Found<T>> known, K key, T thing) {
        Found<T> before = known.putIfAbsent(key, new Found<>(thing, line));
        if (before != null && !before.thing.equals(thing)) {
            wrong(line, column.title(), "与第 " + before.line + " 行不同", "is otherwise in line " + before.line);
        }
    }

    private void refuseLookalike(int line, FileCredentials.One one) {
        one.others()
                .flatMap(other -> Stream.ofNullable(credentials.get(other)))
                .findFirst()
                .ifPresent(before -> wrong(
                        line,
                        PeopleColumn.CREDENTIAL.title(),
                        "读卡器可能把它认作第 " + before.line + " 行的卡",
                        "a reader might take it for the card of line " + before.line));
    }

    private void wrong(int line, String field, String zh, String en) {
        add(new RowError(line, field, new Text(zh, en)));
    }

    private void add(RowError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        } else {
            more++;
        }
    }

    /** What is registered objects to credentials of the file. */
    void refuse(Reply.Refused refused) {
        refused.credentials()
                .forEach((key, objection) ->
                        errors.add(new RowError(line(key), PeopleColumn.CREDENTIAL.title(), objection)));
        errors.sort(Comparator.comparingInt(RowError::line));
        List<RowError> beyond = errors.subList(Math.min(MOST_ERRORS, errors.size()), errors.size());
        more += refused.more() + beyond.size();
        beyond.clear();
    }

    private int line(Credential.Key key) {
        return Objects.requireNonNull(credentials.get(key)).line;
    }

    int rows() {
        return rows;
    }

    /** The first {@link #MOST_ERRORS}, by their lines. */
    List<RowError> errors() {
        return errors;
    }

    /** How many errors there are beyond those. */
    int more() {
        return more;
    }

    /** All that is in it. */
    Act.ImportPeople people() {
        return new Act.ImportPeople(things(members), things(memberships), new FileCredentials(things(credentials)));
    }

    private static <T> List<T> things(Map<?, Found<T>> found) {
        return found.values().stream().map(Found::thing).toList();
    }
}
