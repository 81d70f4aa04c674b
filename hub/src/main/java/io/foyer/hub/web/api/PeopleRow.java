package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.command.Reply.FieldError;
import io.foyer.hub.web.wire.CredentialEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a file of people. A value with an error is arbitrary: ask {@link #errors} before using any value. */
final class PeopleRow {
    private final Map<PeopleColumn, String> cells;
    private final SiteDefinition definition;
    private final LocalDate today;
    private final SealedPins pins;
    private final SheetDates dates;
    private final SheetCards cards;
    private final RequestFields fields = new RequestFields();

    PeopleRow(
            Map<PeopleColumn, String> cells,
            SiteDefinition definition,
            LocalDate today,
            SealedPins pins,
            SheetDates dates,
            SheetCards cards) {
        this.cells = cells;
        this.definition = definition;
        this.today = today;
        this.pins = pins;
        this.dates = dates;
        this.cards = cards;
    }

    List<FieldError> errors() {
        return fields.errors();
    }

    String memberId() {
        return cells.getOrDefault(PeopleColumn.MEMBER, "");
    }

    /**
     * The member of this row. {@code before} is the member of an earlier row, which fills the blank cells of this row.
     */
    Member member(@Nullable Member before) {
        String id = fields.id(PeopleColumn.MEMBER.title(), cells.get(PeopleColumn.MEMBER));
        if (before != null && !has(PeopleColumn.NAME) && !has(PeopleColumn.COMPANY) && !has(PeopleColumn.EXEMPT)) {
            return before;
        }
        String exempt = cells.get(PeopleColumn.EXEMPT);
        return new Member(
                id,
                fields.text(PeopleColumn.NAME.title(), cells.get(PeopleColumn.NAME)),
                text(PeopleColumn.COMPANY),
                exempt == null
                        ? Set.of()
                        : fields.ids(
                                PeopleColumn.EXEMPT.title(),
                                Stream.of(exempt.split(PeopleColumn.SEPARATOR))
                                        .map(String::strip)
                                        .toList(),
                                MemberEndpoints.MOST_EXEMPTIONS));
    }

    /** Null where the row has none of these cells. */
    @Nullable Membership membership() {
        if (!hasAny(PeopleColumn.MEMBERSHIP, PeopleColumn.STARTS_ON_FIRST_USE)) {
            return null;
        }
        String plan = fields.id(PeopleColumn.PLAN.title(), cells.get(PeopleColumn.PLAN));
        if (!plan.isEmpty() && !definition.plans().containsKey(plan)) {
            unknown(PeopleColumn.PLAN, plan);
        }
        String zone = fields.optionalId(PeopleColumn.ZONE.title(), cells.get(PeopleColumn.ZONE));
        if (zone != null && !definition.zones().containsKey(zone)) {
            unknown(PeopleColumn.ZONE, zone);
        }
        Truth first = code(PeopleColumn.STARTS_ON_FIRST_USE, Truth.values());
        LocalDate from = first == Truth.TRUE && !has(PeopleColumn.FROM)
                ? today
                : fields.date(PeopleColumn.FROM.title(), day(PeopleColumn.FROM));
        LocalDate until = fields.optionalDate(PeopleColumn.UNTIL.title(), day(PeopleColumn.UNTIL));
        if (until != null && until.isBefore(from)) {
            fields.wrong(PeopleColumn.UNTIL.title(), "早于开始日期", "is before the first day");
        }
        Membership.MembershipStatus status = code(PeopleColumn.MEMBERSHIP_STATUS, Membership.MembershipStatus.values());
        return new Membership(
                fields.id(
                        PeopleColumn.MEMBERSHIP.title(),
                        cells.getOrDefault(PeopleColumn.MEMBERSHIP, memberId() + "." + plan)),
                memberId(),
                plan,
                from,
                until,
                status == null ? Membership.MembershipStatus.ACTIVE : status,
                zone,
                text(PeopleColumn.TEAM),
                first == Truth.TRUE);
    }

    /** The words of a cell for yes and no. */
    private enum Truth {
        TRUE,
        FALSE
    }

    /** Null where the row has none of these cells. */
    @Nullable Credential credential() {
        if (!hasAny(PeopleColumn.CREDENTIAL_TYPE, PeopleColumn.PIN)) {
            return null;
        }
        CredentialType type = credentialType();
        if (type == CredentialType.PIN) {
            fields.wrong(PeopleColumn.CREDENTIAL_TYPE.title(), "密码不能导入，请单独设置", "a PIN is set one by one, not imported");
        }
        String value = fields.text(PeopleColumn.CREDENTIAL.title(), cells.get(PeopleColumn.CREDENTIAL));
        refuse(type, value);
        CredentialEntry.Status status = code(PeopleColumn.CREDENTIAL_STATUS, CredentialEntry.Status.values());
        Credential.CredentialKey key =
                pins.key(definition.site(), type, type == CredentialType.CARD ? cards.read(value) : value);
        String pin = has(PeopleColumn.PIN) ? fields.pin(PeopleColumn.PIN.title(), cells.get(PeopleColumn.PIN)) : null;
        return new Credential(
                key,
                memberId(),
                status == CredentialEntry.Status.BLOCKED,
                fields.lastInstant(
                        PeopleColumn.CREDENTIAL_UNTIL.title(),
                        day(PeopleColumn.CREDENTIAL_UNTIL),
                        definition.timeZone()),
                pin == null ? null : pins.beside(definition.site(), key, pin));
    }

    private CredentialType credentialType() {
        CredentialType given = code(PeopleColumn.CREDENTIAL_TYPE, CredentialType.values());
        return given == null ? CredentialType.CARD : given;
    }

    private void refuse(CredentialType type, String value) {
        BilingualText fault =
                value.isEmpty() || value.length() > RequestFields.LONGEST_TEXT // another error says this already
                        ? null
                        : type == CredentialType.CARD
                                ? cards.fault(value)
                                : SheetCards.isRewritten(value) ? SheetCards.REWRITTEN_TEXT : null;
        if (fault != null) {
            fields.wrong(PeopleColumn.CREDENTIAL.title(), fault.zh(), fault.en());
        }
    }

    /** The day in ISO's form. A text that can mean two days is an error. */
    private @Nullable String day(PeopleColumn column) {
        String cell = cells.get(column);
        if (cell == null) {
            return null;
        }
        if (dates.isDoubtful(cell)) {
            fields.wrong(
                    column.title(),
                    "分不清月和日：请写成 2026-11-30 的样子",
                    "may be month and day or day and month, and no other date of the file decides: write it like 2026-11-30");
        }
        return dates.read(cell);
    }

    /** The constant of a cell, with capitals or without. */
    private <E extends Enum<E>> @Nullable E code(PeopleColumn column, E[] allowed) {
        String cell = cells.get(column);
        return fields.optionalOneOf(column.title(), cell == null ? null : word(cell), allowed);
    }

    /** Spreadsheets write {@code true} in their own language. */
    private static String word(String cell) {
        String word = cell.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "wahr", "vrai", "verdadero", "vero", "yes", "ja", "是", "1" -> "true";
            case "falsch", "faux", "falso", "no", "nein", "否", "0" -> "false";
            default -> word;
        };
    }

    private @Nullable String text(PeopleColumn column) {
        return fields.optionalText(column.title(), cells.get(column));
    }

    private boolean has(PeopleColumn column) {
        return cells.containsKey(column);
    }

    private boolean hasAny(PeopleColumn first, PeopleColumn last) {
        return Stream.of(PeopleColumn.values())
                .anyMatch(column -> column.compareTo(first) >= 0 && column.compareTo(last) <= 0 && has(column));
    }

    private void unknown(PeopleColumn column, String id) {
        fields.wrong(column.title(), "不存在：" + id, id + " is not there");
    }
}
