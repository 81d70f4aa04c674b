package io.foyer.hub.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text is, the answer is that of java.time's own parsers. */
class IsoTimeTest {
    private static final String CHARACTERS = "0123456789-+:.TtZz, ";
    private static final List<DateTimeFormatter> FORMS = Stream.of("uuuu-MM-dd'T'HH:mm[:ss]", "uuuuMMdd'T'HHmm[ss]")
            .flatMap(form -> Stream.of("+HH:mm", "+HHmm").map(offset -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form)
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendOffset(offset, "Z")
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT)))
            .toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T08:59:12Z",
                "2026-11-23T08:59:12.345+08:00",
                "2026-11-23T08:59:12.123456789-03:30",
                "2024-02-29T23:59:59+00:00",
                "2026-02-29T23:59:59Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T08:59Z",
                "2026-11-23T08:59:60Z",
                "2026-11-23T08:59:12.Z",
                "2026-11-23T08:59:12.1234567890Z",
                "2026-11-23T08:59:12+18:00",
                "2026-11-23T08:59:12+18:01",
                "2026-11-23T08:59:12+0800",
                "2026-11-23t08:59:12z",
                "2026-11-23T08:59:12-08",
                "2026-11-23T08:59:12,345+0100",
                "2026-11-23T08:59:12,Z",
                "2026-11-23T08:59,5Z",
                "20261123T085912Z",
                "20261123T085912.345+0800",
                "20261123T085912,345-03:30",
                "20261123T0859+08",
                "20261123T0859.5Z",
                "20261123T085960Z",
                "20261323T085912Z",
                "20261123T08:59:12Z",
                "2026-11-23T085912Z",
                "20261123T085912",
                "20261123",
                "+12026-11-23T08:59:12Z",
                "-2026-11-23T08:59:12Z",
                "2026-11-23T08:59:12",
                "2026-11-23 08:59:12Z",
                "0000-01-01T00:00:00Z",
                "٢٠٢٦-11-23T08:59:12Z",
                ""
            })
    void a_text_means_what_java_time_says(String text) {
        assertThat(said(() -> IsoTime.parse(text))).isEqualTo(said(() -> parsed(text)));
    }

    @Property
    void a_time_is_read_as_java_time_reads_it(
            @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -1_080, max = 1_080) int minutes) {
        OffsetDateTime time =
                OffsetDateTime.ofInstant(Instant.ofEpochSecond(second, nano), ZoneOffset.ofTotalSeconds(60 * minutes));

        assertThat(IsoTime.parse(time.toString())).isEqualTo(time.toInstant());
    }

    @Property(tries = 20_000)
    void a_damaged_time_is_refused_or_read_as_java_time_does(@ForAll Random random) {
        StringBuilder text = new StringBuilder("2026-11-23T08:59:12.345678+08:00");
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
            int at = random.nextInt(text.length());
            char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                default -> text.deleteCharAt(at);
            }
        }
        a_text_means_what_java_time_says(text.toString());
    }

    private static Instant parsed(String text) {
        String point = text.replaceFirst("(\\d{2}:?\\d{2}:?\\d{2}),(?=\\d)", "$1.");
        for (DateTimeFormatter form : FORMS) {
            try {
                return OffsetDateTime.parse(point, form).toInstant();
            } catch (DateTimeException another) {
                // The next form may fit.
            }
        }
        return OffsetDateTime.parse(point).toInstant();
    }

    private static String said(Supplier<Object> parse) {
        try {
            return parse.get().toString();
        } catch (DateTimeException refused) {
            return "no time";
        }
    }
}
