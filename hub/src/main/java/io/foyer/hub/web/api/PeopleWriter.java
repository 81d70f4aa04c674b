package io.foyer.hub.web.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.site.Archive.People;
import io.foyer.hub.web.wire.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes people as {@link PeopleReader} reads them: UTF-8 with its mark, lines end with CR LF. PINs are not in it. */
final class PeopleWriter {
    private static final String MARK = "\uFEFF";

    private PeopleWriter() {}

    static byte[] write(People people, ZoneId zone) {
        Map<String, List<Membership>> memberships =
                people.memberships().stream().collect(Collectors.groupingBy(Membership::member));
        Map<String, List<Credential>> credentials = people.credentials().stream()
                .filter(credential -> credential.key().type() != CredentialType.PIN)
                .collect(Collectors.groupingBy(Credential::member));
        StringWriter text = new StringWriter();
        text.write(MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    Stream.of(PeopleColumn.values()).map(PeopleColumn::title).toList());
            for (Member member : people.members()) {
                List<Membership> held = memberships.getOrDefault(member.id(), List.of());
                List<Credential> shown = credentials.getOrDefault(member.id(), List.of());
                for (int i = 0; i < Math.max(1, Math.max(held.size(), shown.size())); i++) {
                    csv.writeRecord(row(
                            member,
                            i < held.size() ? held.get(i) : null,
                            i < shown.size() ? shown.get(i) : null,
                            zone));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
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
            row.put(PeopleColumn.MEMBERSHIP_STATUS, Json.code(held.status()));
            row.put(PeopleColumn.ZONE, held.zone());
            row.put(PeopleColumn.TEAM, held.company());
            row.put(PeopleColumn.STARTS_ON_FIRST_USE, held.startsOnFirstUse() ? Boolean.TRUE : null);
        }
        if (shown != null) {
            row.put(PeopleColumn.CREDENTIAL_TYPE, Json.code(shown.key().type()));
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

    /** A card that could be taken for a decimal, a number or a date says that it is hexadecimal. */
    private static String written(Credential.Key key) {
        String marked = "0x" + key.value();
        boolean isPlain = key.equals(Credential.Key.of(key.type(), key.value()))
                && key.value().chars().anyMatch(Character::isLetter)
                && !SheetCell.isRewritten(key.value());
        return isPlain || !key.equals(Credential.Key.of(key.type(), marked)) ? key.value() : marked;
    }

    /** The last day that counts, or the instant where it ends within a day. */
    private static @Nullable Object lastDay(@Nullable Instant until, ZoneId zone) {
        if (until == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(until, zone);
        return day.atStartOfDay(zone).toInstant().equals(until) ? day.minusDays(1) : until;
    }
}
