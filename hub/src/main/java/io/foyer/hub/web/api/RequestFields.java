package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.command.Reply.FieldError;
import io.foyer.hub.web.wire.Id;
import io.foyer.hub.web.wire.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a request one by one and gathers the errors. A value with an error is arbitrary, but of the right
 * type: ask {@link #errors} before using any value.
 */
final class RequestFields {
    private static final Pattern ID = Pattern.compile(Id.PATTERN);
    private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");
    static final int LONGEST_TEXT = 256;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void wrong(String field, String zh, String en) {
        errors.add(Problem.error(field, zh, en));
    }

    void wrong(String field, BilingualText text) {
        wrong(field, text.zh(), text.en());
    }

    /** A required text. */
    String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            wrong(field, "必填", "must be given");
            return "";
        }
        String checked = optionalText(field, value);
        return checked == null ? "" : checked;
    }

    /** A text of 256 characters at most, without U+0000. */
    @Nullable String optionalText(String field, @Nullable String value) {
        if (value != null && (value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0)) {
            wrong(field, "最多 256 个字符，且不含 U+0000", "must have at most 256 characters and no U+0000");
        }
        return value;
    }

    /** A required PIN. */
    String pin(String field, @Nullable String value) {
        String pin = text(field, value);
        if (!pin.isEmpty() && !PIN.matcher(pin).matches()) {
            wrong(field, "4 到 12 位数字", "must have 4 to 12 digits");
        }
        return pin;
    }

    String id(String field, @Nullable String value) {
        String text = text(field, value);
        optionalId(field, text.isEmpty() ? null : text);
        return text;
    }

    @Nullable String optionalId(String field, @Nullable String value) {
        if (value != null && !ID.matcher(value).matches()) {
            wrong(field, "1 到 64 个字符：字母、数字、点、下划线、连字符", "must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        return value;
    }

    <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] allowed) {
        E found = optionalOneOf(field, text(field, value), allowed);
        return found == null ? allowed[0] : found;
    }

    <E extends Enum<E>> @Nullable E optionalOneOf(String field, @Nullable String value, E[] allowed) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        for (E one : allowed) {
            if (Code.of(one).equals(value)) {
                return one;
            }
        }
        String codes = Stream.of(allowed).map(Code::of).collect(Collectors.joining(", "));
        wrong(field, "只能是 " + codes, "must be one of " + codes);
        return null;
    }

    int number(String field, @Nullable String value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        wrong(field, least + " 到 " + most + " 的整数", "must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    /**
     * An instant: ISO-8601 with an offset, milliseconds since 1970, or a date, which means its first instant in the
     * zone. A query may have turned the plus sign into a space.
     */
    @Nullable Instant instant(String field, @Nullable String value, ZoneId zone) {
        if (value == null) {
            return null;
        }
        String text = value.replace(' ', '+');
        try {
            Instant at = text.matches("[0-9]{12,15}")
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            if (!at.isBefore(EARLIEST) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // The error below says what would be right.
        }
        wrong(
                field,
                "2000 至 2099 年的时间，例如 2026-11-23T09:00:00+08:00，或日期，或毫秒数",
                "must be a time from 2000 to 2099 such as 2026-11-23T09:00:00+08:00, a date, or milliseconds since 1970");
        return null;
    }

    /** The end of a stretch of time, excluded: like {@link #instant}, but a date includes its whole day. */
    @Nullable Instant lastInstant(String field, @Nullable String value, ZoneId zone) {
        if (value == null || value.length() != LocalDate.EPOCH.toString().length()) {
            return instant(field, value, zone);
        }
        return date(field, value).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** A required end, excluded. A date includes its whole day. */
    Instant end(String field, @Nullable String value, ZoneId zone) {
        Instant end = lastInstant(field, value == null ? text(field, null) : value, zone);
        return end == null ? Instant.EPOCH : end;
    }

    /** A truth value, {@code true} or {@code false}; false where it is absent. */
    boolean flag(String field, @Nullable String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            wrong(field, "只能是 true 或 false", "must be true or false");
        }
        return "true".equals(value);
    }

    /** A required instant. */
    Instant time(String field, @Nullable String value, ZoneId zone) {
        Instant time = instant(field, value == null ? text(field, null) : value, zone);
        return time == null ? Instant.EPOCH : time;
    }

    /** At most {@code most} ids; none where the field is absent. */
    Set<String> ids(String field, @Nullable List<@Nullable String> values, int most) {
        List<@Nullable String> given = values == null ? List.of() : values;
        if (given.size() > most) {
            wrong(field, "最多 " + most + " 项", "must have at most " + most + " entries");
        }
        return given.stream().limit(most).map(value -> id(field, value)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** At most {@code most} days; none where the field is absent. */
    Set<LocalDate> days(String field, @Nullable List<@Nullable String> values, int most) {
        List<@Nullable String> given = values == null ? List.of() : values;
        if (given.size() > most) {
            wrong(field, "最多 " + most + " 项", "must have at most " + most + " entries");
        }
        return given.stream().limit(most).map(day -> date(field, day)).collect(Collectors.toSet());
    }

    LocalDate date(String field, @Nullable String value) {
        LocalDate date = optionalDate(field, text(field, value));
        return date == null ? LocalDate.EPOCH : date;
    }

    @Nullable LocalDate optionalDate(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value);
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException e) {
            // The error below says what would be right.
        }
        wrong(field, "2000 至 2099 年的日期，例如 2026-11-30", "must be a date from 2000 to 2099 such as 2026-11-30");
        return null;
    }
}
