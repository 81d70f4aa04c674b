package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.statement.MeterOwners;
import io.foyer.hub.site.SealedPins;
import io.foyer.hub.site.command.Reply.FieldError;
import io.foyer.hub.web.wire.CredentialEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a file of people. A value with an error is arbitrary: ask {@link #errors} before using any value. */
final class PeopleRow {
    private final PeopleCells cells;
    private final RequestFields fields;
    private final SiteDefinition definition;
    private final LocalDate today;
    private final SealedPins pins;

    PeopleRow(PeopleCells cells, SiteDefinition definition, LocalDate today, SealedPins pins) {
        this.cells = cells;
        this.fields = cells.fields();
        this.definition = definition;
        this.today = today;
        this.pins = pins;
    }

    List<FieldError> errors() {
        return cells.errors();
    }

    String memberId() {
        String id = cells.raw(PeopleColumn.MEMBER);
        return id == null ? "" : id;
    }

    /**
     * The member of this row. {@code before} is the member of an earlier row, which fills the blank cells of this row.
     */
    Member member(@Nullable Member before) {
        String id = cells.id(PeopleColumn.MEMBER);
        if (before != null && !cells.hasAny(PeopleColumn.NAME, PeopleColumn.EXEMPT)) {
            return before;
        }
        String exempt = cells.raw(PeopleColumn.EXEMPT);
        return new Member(
                id,
                cells.text(PeopleColumn.NAME),
                cells.optionalText(PeopleColumn.COMPANY),
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
        if (!cells.hasAny(PeopleColumn.MEMBERSHIP, PeopleColumn.STARTS_ON_FIRST_USE)) {
            return null;
        }
        String plan = cells.id(PeopleColumn.PLAN);
        refuseUnknown(PeopleColumn.PLAN, definition.plans());
        String zone = fields.optionalId(PeopleColumn.ZONE.title(), cells.raw(PeopleColumn.ZONE));
        refuseUnknown(PeopleColumn.ZONE, definition.zones());
        Truth first = cells.code(PeopleColumn.STARTS_ON_FIRST_USE, Truth.values());
        LocalDate from = first == Truth.TRUE && !cells.has(PeopleColumn.FROM)
                ? today
                : fields.date(PeopleColumn.FROM.title(), cells.day(PeopleColumn.FROM));
        LocalDate until = fields.optionalDate(PeopleColumn.UNTIL.title(), cells.day(PeopleColumn.UNTIL));
        if (until != null && until.isBefore(from)) {
            cells.wrong(PeopleColumn.UNTIL, "早于开始日期", "is before the first day");
        }
        if (MeterOwners.COMMON.equals(cells.raw(PeopleColumn.TEAM))) {
            cells.wrong(PeopleColumn.TEAM, "是公共部分的名称", "is the name of what the house itself pays for");
        }
        MembershipStatus status = cells.code(PeopleColumn.MEMBERSHIP_STATUS, MembershipStatus.values());
        String id = cells.raw(PeopleColumn.MEMBERSHIP);
        return new Membership(
                fields.id(PeopleColumn.MEMBERSHIP.title(), id == null ? memberId() + "." + plan : id),
                memberId(),
                plan,
                from,
                until,
                status == null ? MembershipStatus.ACTIVE : status,
                zone,
                cells.optionalText(PeopleColumn.TEAM),
                first == Truth.TRUE);
    }

    /** The words of a cell for yes and no. */
    private enum Truth {
        TRUE,
        FALSE
    }

    /** Null where the row has none of these cells. */
    @Nullable Credential credential() {
        if (!cells.hasAny(PeopleColumn.CREDENTIAL_TYPE, PeopleColumn.PIN)) {
            return null;
        }
        CredentialType type = credentialType();
        if (type == CredentialType.PIN) {
            cells.wrong(PeopleColumn.CREDENTIAL_TYPE, "密码不能导入，请单独设置", "a PIN is set one by one, not imported");
        }
        Credential.CredentialKey key = pins.key(definition.site(), type, cells.credential(type));
        CredentialEntry.Status status = cells.code(PeopleColumn.CREDENTIAL_STATUS, CredentialEntry.Status.values());
        String pin =
                cells.has(PeopleColumn.PIN) ? fields.pin(PeopleColumn.PIN.title(), cells.raw(PeopleColumn.PIN)) : null;
        return new Credential(
                key,
                memberId(),
                status == CredentialEntry.Status.BLOCKED,
                fields.lastInstant(
                        PeopleColumn.CREDENTIAL_UNTIL.title(),
                        cells.day(PeopleColumn.CREDENTIAL_UNTIL),
                        definition.timeZone()),
                pin == null ? null : pins.beside(definition.site(), key, pin));
    }

    private CredentialType credentialType() {
        CredentialType given = cells.code(PeopleColumn.CREDENTIAL_TYPE, CredentialType.values());
        return given == null ? CredentialType.CARD : given;
    }

    private void refuseUnknown(PeopleColumn column, Map<String, ?> known) {
        String id = cells.raw(column);
        if (id != null && !known.containsKey(id)) {
            cells.wrong(column, "不存在：" + id, id + " is not there");
        }
    }
}
