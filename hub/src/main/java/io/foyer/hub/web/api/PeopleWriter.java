package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.domain.occupancy.TimeOrder;
import io.foyer.hub.site.Archive.PeopleLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a file that {@link PeopleReader} reads. The file has no PINs. */
final class PeopleWriter {
    private final ZoneId zone;
    private final SpreadsheetText text = new SpreadsheetText(
            Stream.of(PeopleColumn.values()).map(PeopleColumn::title).toList());

    private PeopleWriter(ZoneId zone) {
        this.zone = zone;
    }

    /** Takes people line by line, and keeps only the text of the file. */
    static Collector<PeopleLine, ?, byte[]> write(ZoneId zone) {
        return Collector.of(
                () -> new PeopleWriter(zone), PeopleWriter::add, TimeOrder.only(), writer -> writer.text.done());
    }

    private void add(PeopleLine line) {
        text.line(row(line.member(), line.held(), line.shown(), zone));
    }

    private static List<String> row(Member member, @Nullable Membership held, @Nullable Credential shown, ZoneId zone) {
        EnumMap<PeopleColumn, @Nullable Object> row = new EnumMap<>(PeopleColumn.class);
        row.put(PeopleColumn.MEMBER, member.id());
        row.put(PeopleColumn.NAME, member.name());
        row.put(PeopleColumn.COMPANY, member.company());
        row.put(
                PeopleColumn.EXEMPT,
                member.exempt().stream().sorted().collect(Collectors.joining(PeopleColumn.SEPARATOR)));
        if (held != null) {
            row.put(PeopleColumn.MEMBERSHIP, held.id());
            row.put(PeopleColumn.PLAN, held.plan());
            row.put(PeopleColumn.FROM, held.from());
            row.put(PeopleColumn.UNTIL, held.until());
            row.put(PeopleColumn.MEMBERSHIP_STATUS, Code.of(held.status()));
            row.put(PeopleColumn.ZONE, held.zone());
            row.put(PeopleColumn.TEAM, held.company());
            row.put(PeopleColumn.STARTS_ON_FIRST_USE, held.startsOnFirstUse() ? Boolean.TRUE : null);
        }
        if (shown != null) {
            row.put(PeopleColumn.CREDENTIAL_TYPE, Code.of(shown.key().type()));
            row.put(PeopleColumn.CREDENTIAL, written(shown.key()));
            row.put(PeopleColumn.CREDENTIAL_STATUS, shown.blocked() ? "blocked" : "active");
            row.put(PeopleColumn.CREDENTIAL_UNTIL, lastDay(shown.until(), zone));
        }
        return Stream.of(PeopleColumn.values())
                .map(column -> {
                    Object cell = row.get(column);
                    return cell == null ? "" : column.isOwn() ? SheetCell.neutral(cell.toString()) : cell.toString();
                })
                .toList();
    }

    /** The text of a credential. A card that could pass for a decimal, a number or a date is marked as hexadecimal. */
    private static String written(Credential.CredentialKey key) {
        String marked = "0x" + key.value();
        boolean isPlain = key.equals(Credential.CredentialKey.of(key.type(), key.value()))
                && key.value().chars().anyMatch(Character::isLetter)
                && !SheetCell.isRewritten(key.value());
        return isPlain || !key.equals(Credential.CredentialKey.of(key.type(), marked)) ? key.value() : marked;
    }

    /** The last valid day, or the instant where the validity ends within a day. */
    private static @Nullable Object lastDay(@Nullable Instant until, ZoneId zone) {
        if (until == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(until, zone);
        return day.atStartOfDay(zone).toInstant().equals(until) ? day.minusDays(1) : until;
    }
}
