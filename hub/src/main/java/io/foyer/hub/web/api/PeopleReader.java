package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.command.FileCredential;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.web.api.LinedRecords.LinedRecord;
import io.foyer.hub.web.api.RowErrors.RowError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a file of people, {@link PeopleColumn} by column, and gathers its errors line by line. */
final class PeopleReader implements PeopleTable.Rows {
    static final int MOST_ROWS = 200_000;

    private final SiteDefinition definition;
    private final LocalDate today;
    private final SealedPins pins;
    private final SheetNotation notation = new SheetNotation();
    private final LinedRecords<String, Member> members = new LinedRecords<>();
    private final LinedRecords<String, Membership> memberships = new LinedRecords<>();
    private final LinedRecords<Credential.CredentialKey, FileCredential> credentials = new LinedRecords<>();
    private final RowErrors errors = new RowErrors();
    private int rows;

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
            PeopleTable.read(file.text(), notation);
            PeopleTable.read(file.text(), this);
        }
    }

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
        errors.add(line, field, new BilingualText(zh, en));
    }

    private void take(int line, EnumMap<PeopleColumn, String> cells) {
        int known = errors.count();
        cells.forEach((column, cell) -> {
            if (SheetCell.isFault(cell)) {
                wrong(
                        line,
                        column.title(),
                        "公式出错",
                        "is the error of a formula: correct the formula, or leave the cell blank");
            }
        });
        if (errors.count() > known) {
            return;
        }
        PeopleRow row = new PeopleRow(new PeopleCells(cells, notation), definition, today, pins);
        LinedRecord<Member> before = members.get(row.memberId());
        Member member = row.member(before == null ? null : before.content());
        Membership membership = row.membership();
        Credential credential = row.credential();
        row.errors().forEach(error -> errors.add(line, error.field(), error.text()));
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

    private <K, T> void add(int line, PeopleColumn column, LinedRecords<K, T> records, K key, T content) {
        LinedRecord<T> other = records.add(key, content, line);
        if (other != null) {
            wrong(line, column.title(), "与第 " + other.line() + " 行不同", "has another value in line " + other.line());
        }
    }

    private void refuseLookalike(int line, FileCredential one) {
        one.others()
                .flatMap(other -> Stream.ofNullable(credentials.get(other)))
                .findFirst()
                .ifPresent(before -> wrong(
                        line,
                        PeopleColumn.CREDENTIAL.title(),
                        "读卡器可能把它认作第 " + before.line() + " 行的卡",
                        "a reader might take it for the card of line " + before.line()));
    }

    /** Adds the errors of credentials that conflict with registered ones. */
    void refuse(Reply.CredentialRefusal refused) {
        List<RowError> late = new ArrayList<>();
        refused.credentials().forEach((key, objection) -> {
            int line = Objects.requireNonNull(credentials.get(key)).line();
            late.add(new RowError(line, PeopleColumn.CREDENTIAL.title(), objection));
        });
        errors.addLate(late, refused.more());
    }

    int rows() {
        return rows;
    }

    RowErrors errors() {
        return errors;
    }

    /** The people in the file. */
    PeopleFile people() {
        return new PeopleFile(members.contents(), memberships.contents(), new FileCredentials(credentials.contents()));
    }
}
