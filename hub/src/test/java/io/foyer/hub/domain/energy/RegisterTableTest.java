package io.foyer.hub.domain.energy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays each case of registers.txt, where the words are explained. */
class RegisterTableTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant NOW = MIDNIGHT.plus(400, ChronoUnit.DAYS);
    private static final Pattern MESSAGE = Pattern.compile("(?:\\+(\\d+)d)?(\\d\\d:\\d\\d)=(-?[\\d.]+)([wfh]?)");
    private static final Map<ReadingVerdict, String> LETTERS = Map.of(
            ReadingVerdict.BASELINE, "B",
            ReadingVerdict.SOUND, "S",
            ReadingVerdict.HELD, "H",
            ReadingVerdict.ERROR, "E",
            ReadingVerdict.RESTART, "R",
            ReadingVerdict.ROLLOVER, "O",
            ReadingVerdict.EPOCH, "N",
            ReadingVerdict.POWER, "P");

    private record Case(String name, Meter meter, List<Told> told, String verdicts, String quarters) {}

    /** A register, or a rate in W or m³/h. */
    private record Told(
            Instant at,
            @Nullable BigDecimal register,
            @Nullable Double rate,
            boolean byHand) {}

    @TestFactory
    List<DynamicTest> each_sequence_of_readings_has_its_quarters_and_verdicts() {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    List<Told> inOrder = each.told().stream()
                            .sorted(Comparator.comparing(Told::at))
                            .toList();
                    String expected = each.verdicts() + " | " + each.quarters();
                    assertThat(played(each, each.told(), false))
                            .as("as they arrive")
                            .isEqualTo(expected);
                    assertThat(played(each, inOrder, false))
                            .as("in order of time")
                            .isEqualTo(expected);
                    assertThat(played(each, each.told(), true))
                            .as("with restarts")
                            .isEqualTo(expected);
                }))
                .toList();
    }

    @Test
    void there_are_sixty_cases_with_a_name_of_their_own() {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Case::name)
                .doesNotHaveDuplicates();
    }

    private static String played(Case each, List<Told> messages, boolean restarting) {
        BookKeeping books = new BookKeeping(each.meter(), NOW);
        for (Told told : messages) {
            Long register = told.register() == null
                    ? null
                    : (Long) each.meter().medium().whole(told.register()).orElseThrow();
            if (told.byHand()) {
                books.correct(new Reading(told.at(), Objects.requireNonNull(register)));
            } else {
                books.hear(register, told.rate(), told.at());
            }
            if (restarting) {
                books.restart();
            }
        }
        String verdicts = books.journal.values().stream()
                .map(row -> LETTERS.get(row.verdict()))
                .collect(joining(" "));
        String quarters = books.used().entrySet().stream()
                .map(quarter ->
                        time(quarter.getKey()) + "=" + quarter.getValue().replace(" estimated", "~"))
                .collect(joining(" "));
        return verdicts + " | " + quarters;
    }

    private static List<Case> cases() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(RegisterTableTest::row)
                .toList();
    }

    private static Case row(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new Case(
                cells.get(0),
                meter(cells.get(1)),
                Arrays.stream(cells.get(2).split(" +"))
                        .map(RegisterTableTest::told)
                        .toList(),
                cells.get(3),
                cells.get(4));
    }

    private static Meter meter(String cell) {
        String[] words = cell.split(" ");
        Medium medium = words[0].equals("water")
                ? Medium.WATER
                : words[0].equals("bytes") ? Medium.NETWORK : Medium.ELECTRICITY;
        Double maxPowerW = words[0].matches("\\d+") ? (Double) (Integer.parseInt(words[0]) * 1_000.0) : null;
        Double registerMax = words.length == 3 ? (Double) Double.parseDouble(words[2]) : null;
        return new Meter("m", medium, null, "house", null, null, maxPowerW, registerMax);
    }

    private static Told told(String cell) {
        Matcher message = MESSAGE.matcher(cell);
        assertThat(message.matches()).as(cell).isTrue();
        int days = message.group(1) == null ? 0 : Integer.parseInt(message.group(1));
        Instant at = MIDNIGHT.plus(days, ChronoUnit.DAYS)
                .plusSeconds(LocalTime.parse(message.group(2)).toSecondOfDay());
        boolean byHand = message.group(4).equals("h");
        return message.group(4).isEmpty() || byHand
                ? new Told(at, new BigDecimal(message.group(3)), null, byHand)
                : new Told(at, null, Double.valueOf(message.group(3)), false);
    }

    private static String time(Instant at) {
        long days = Duration.between(MIDNIGHT, at).toDays();
        return (days == 0 ? "" : "+" + days + "d") + at.toString().substring(11, 16);
    }

    private static String text() {
        try (InputStream table =
                Objects.requireNonNull(RegisterTableTest.class.getResourceAsStream("/registers.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
