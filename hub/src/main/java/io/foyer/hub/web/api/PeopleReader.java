package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.command.FileCredential;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a file of people, {@link PeopleColumn} by column, and gathers its errors line by line. */
final class PeopleReader {
    static final int MOST_ERRORS = 1_000;
    static final int MOST_ROWS = 200_000;
    private static final String CARD = Code.of(CredentialType.CARD);

    private final SiteDefinition definition;
    private final LocalDate today;
    private final SealedPins pins;
    private final SheetDates dates = new SheetDates();
    private final SheetCards cards = new SheetCards();
    private final Map<String, LinedRecord<Member>> members = new LinkedHashMap<>();
    private final Map<String, LinedRecord<Membership>> memberships = new LinkedHashMap<>();
    private final Map<Credential.CredentialKey, LinedRecord<FileCredential>> credentials = new LinkedHashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private int more;
    private int rows;

    /** A record, and the first line that has it. */
    private record LinedRecord<T>(T thing, int line) {}

    /** An error in a line of the file. */
    record RowError(
            @Schema(description = "Of the file, from 1") int line,

            @Schema(description = "The column; empty where it is the line itself")
            String field,

            BilingualText text) {}

    PeopleReader(SiteDefinition definition, LocalDate today, SealedPins pins) {
        this.definition = definition;
        this.today = today;
        this.pins = pins;
    }

    void read(CsvText file) {
        file.unreadable()
                .forEach(
                        line -> wrong(
                                line,
                                "",
                                "既不是 UTF-8 也不像 GBK：请另存为“CSV UTF-8”",
                                "is neither UTF-8 nor Chinese in GBK, so letters would be lost: save the file as \"CSV UTF-8\""));
        if (file.unreadable().isEmpty()) {
            PeopleTable.read(file.text(), new FirstPass());
            PeopleTable.read(file.text(), new SecondPass());
        }
    }

    /** Finds out how the file writes cards and dates. The second pass tells the errors. */
    private final class FirstPass implements PeopleTable.Rows {
        private int looked;

        @Override
        public boolean row(int line, EnumMap<PeopleColumn, String> cells) {
            cells.forEach((column, cell) -> {
                if (column.isDay()) {
                    dates.look(cell);
                }
            });
            String card = cells.get(PeopleColumn.CREDENTIAL);
            String type = cells.getOrDefault(PeopleColumn.CREDENTIAL_TYPE, CARD);
            if (card != null && type.equalsIgnoreCase(CARD)) {
                cards.look(card);
            }
            return ++looked <= MOST_ROWS;
        }

        @Override
        public void wrong(int line, String field, String zh, String en) {}
    }

    /** Reads the file row by row. */
    private final class SecondPass implements PeopleTable.Rows {
        @Override
        public boolean row(int line, EnumMap<PeopleColumn, String> cells) {
            if (++rows > MOST_ROWS) {
                wrong(
                        line,
                        "",
                        "最多 " + MOST_ROWS + " 行：请分成几个文件",
                        "more than " + MOST_ROWS + " rows: make it several files");
                return false;
            }
            take(line, cells);
            return true;
        }

        @Override
        public void wrong(int line, String field, String zh, String en) {
            PeopleReader.this.wrong(line, field, zh, en);
        }
    }

    private void take(int line, EnumMap<PeopleColumn, String> cells) {
        int before = errors.size() + more;
        cells.forEach((column, cell) -> {
            if (SheetCell.isFault(cell)) {
                wrong(
                        line,
                        column.title(),
                        "公式出错",
                        "is the error of a formula: correct the formula, or leave the cell blank");
            }
        });
        if (errors.size() + more > before) {
            return;
        }
        PeopleRow row = new PeopleRow(cells, definition, today, pins, dates, cards);
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
                FileCredential one = FileCredential.of(credential);
                refuseLookalike(line, one);
                add(line, PeopleColumn.CREDENTIAL, credentials, credential.key(), one);
            }
        }
    }

    private <K, T> void add(int line, PeopleColumn column, Map<K, LinedRecord<T>> known, K key, T thing) {
        LinedRecord<T> before = known.putIfAbsent(key, new LinedRecord<>(thing, line));
        if (before != null && !before.thing.equals(thing)) {
            wrong(line, column.title(), "与第 " + before.line + " 行不同", "has another value in line " + before.line);
        }
    }

    private void refuseLookalike(int line, FileCredential one) {
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
        add(new RowError(line, field, new BilingualText(zh, en)));
    }

    private void add(RowError error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        } else {
            more++;
        }
    }

    /** Adds the errors of credentials that conflict with registered ones. */
    void refuse(Reply.CredentialRefusal refused) {
        refused.credentials()
                .forEach((key, objection) ->
                        errors.add(new RowError(line(key), PeopleColumn.CREDENTIAL.title(), objection)));
        errors.sort(Comparator.comparingInt(RowError::line));
        List<RowError> beyond = errors.subList(Math.min(MOST_ERRORS, errors.size()), errors.size());
        more += refused.more() + beyond.size();
        beyond.clear();
    }

    private int line(Credential.CredentialKey key) {
        return Objects.requireNonNull(credentials.get(key)).line;
    }

    int rows() {
        return rows;
    }

    /** The first {@link #MOST_ERRORS} errors, in the order of their lines. */
    List<RowError> errors() {
        return errors;
    }

    /** The number of all other errors. */
    int more() {
        return more;
    }

    /** The people in the file. */
    PeopleFile people() {
        return new PeopleFile(things(members), things(memberships), new FileCredentials(things(credentials)));
    }

    private static <T> List<T> things(Map<?, LinedRecord<T>> found) {
        return found.values().stream().map(LinedRecord::thing).toList();
    }
}
