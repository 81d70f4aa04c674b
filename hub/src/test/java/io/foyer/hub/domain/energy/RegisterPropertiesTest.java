package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class RegisterPropertiesTest {
    private static final Instant START = Instant.parse("2026-11-20T00:07:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final double MAX_W = 60_000;

    /** One step of a meter's life: seconds on, mWh on, and what the reading shows instead of the truth, if anything. */
    record Step(int seconds, long used, int fault) {}

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Integer> seconds = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(30, 900)),
                Tuple.of(1, Arbitraries.integers().between(900, 100_000)));
        Arbitrary<Integer> faults = Arbitraries.frequency(
                Tuple.of(12, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 3), Tuple.of(1, 4), Tuple.of(1, 5));
        Arbitrary<Double> part = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0.0)),
                Tuple.of(4, Arbitraries.doubles().between(0, 0.9)));
        return Combinators.combine(seconds, part, faults)
                .as((s, p, fault) -> new Step(s, Math.round(p * MAX_W * 1000 * s / 3600), fault))
                .list()
                .ofMinSize(2)
                .ofMaxSize(40);
    }

    @Property
    void bookings_never_exceed_what_the_power_allows(@ForAll("lives") List<Step> life) {
        List<Reading> readings = readings(life);
        BookKeeping books = new BookKeeping(BookKeeping.electricity(MAX_W), NOW);
        readings.forEach(books::hear);
        long seconds = Duration.between(
                        readings.get(0).at(), readings.get(readings.size() - 1).at())
                .toSeconds();
        long aUnitOfTheLastDigit = Kwh.of(0.001);
        assertThat(books.total())
                .isLessThanOrEqualTo(Math.round(MAX_W * 1000 / 3600 * seconds) + aUnitOfTheLastDigit * readings.size());
        assertThat(books.quarters.values()).allMatch(quarter -> quarter.quantity() >= 0);
    }

    /** However it is cut, doubled or reordered, and wherever the hub restarts. */
    @Property
    void a_sound_series_books_the_last_register_less_the_first(@ForAll("lives") List<Step> life, @ForAll long seed) {
        List<Reading> readings = readings(
                life.stream().map(s -> new Step(s.seconds(), s.used(), 0)).toList());
        Random random = new Random(seed);
        List<Reading> heard = new ArrayList<>(readings);
        readings.stream().filter(reading -> random.nextInt(4) == 0).forEach(heard::add);
        Collections.shuffle(heard, random);
        BookKeeping books = new BookKeeping(BookKeeping.electricity(MAX_W), NOW);
        while (!heard.isEmpty()) {
            List<Reading> together = heard.subList(0, 1 + random.nextInt(heard.size()));
            if (together.size() == 1) {
                books.hear(together.get(0));
            } else {
                books.fold(together);
            }
            together.clear();
            if (random.nextInt(4) == 0) {
                books.restart();
            }
        }
        long rise =
                readings.get(readings.size() - 1).register() - readings.get(0).register();
        assertThat(books.total()).isEqualTo(rise);
        assertSameBook(readings, books);
    }

    @Property
    void a_late_reading_gives_the_same_book_as_one_in_time(
            @ForAll("lives") List<Step> life, @ForAll @IntRange(min = 0, max = 39) int which) {
        List<Reading> readings = readings(life);
        List<Reading> late = new ArrayList<>(readings);
        late.add(late.remove(which % readings.size()));
        assertSameBook(readings, late, false);
    }

    @Property
    void readings_in_any_order_give_the_same_book(@ForAll("lives") List<Step> life, @ForAll long seed) {
        List<Reading> readings = readings(life);
        List<Reading> mixed = new ArrayList<>(readings);
        Collections.shuffle(mixed, new Random(seed));
        assertSameBook(readings, mixed, false);
    }

    /** Some were heard in time; a backlog brings the others, of which those that wait are booked together. */
    @Property
    void a_backlog_gives_the_same_book_however_it_is_cut(@ForAll("lives") List<Step> life, @ForAll long seed) {
        Random random = new Random(seed);
        List<Reading> readings = readings(life);
        List<Reading> backlog = new ArrayList<>(readings);
        BookKeeping actual = new BookKeeping(BookKeeping.electricity(MAX_W), NOW);
        int inTime = random.nextInt(3);
        backlog.stream().filter(reading -> random.nextInt(4) < inTime).toList().forEach(reading -> {
            backlog.remove(reading);
            actual.hear(reading);
        });
        if (random.nextBoolean()) {
            Collections.shuffle(backlog, random);
        }
        while (!backlog.isEmpty()) {
            List<Reading> together = backlog.subList(0, 1 + random.nextInt(backlog.size()));
            actual.fold(together);
            together.clear();
        }
        assertSameBook(readings, actual);
    }

    /** What readings in any order found: the fold ends within a quarter whose later bookings it had not seen. */
    @Example
    void a_fold_that_ends_within_a_quarter_keeps_the_rest_of_that_quarter() {
        List<Reading> mixed = List.of(
                new Reading(Instant.parse("2026-11-22T11:08:37Z"), 6618457),
                new Reading(Instant.parse("2026-11-22T10:38:58Z"), 2194),
                new Reading(Instant.parse("2026-11-20T15:47:29Z"), 0),
                new Reading(Instant.parse("2026-11-20T15:48:18Z"), 2194173),
                new Reading(Instant.parse("2026-11-22T10:59:38Z"), 4898006),
                new Reading(Instant.parse("2026-11-20T15:36:05Z"), 1614327));
        assertSameBook(mixed.stream().sorted(Comparator.comparing(Reading::at)).toList(), mixed, false);
    }

    @Property
    void a_restart_anywhere_changes_nothing(@ForAll("lives") List<Step> life) {
        List<Reading> readings = readings(life);
        assertSameBook(readings, readings, true);
    }

    private static void assertSameBook(List<Reading> inTime, List<Reading> asHeard, boolean restarting) {
        BookKeeping actual = new BookKeeping(BookKeeping.electricity(MAX_W), NOW);
        for (Reading reading : asHeard) {
            actual.hear(reading);
            if (restarting) {
                actual.restart();
            }
        }
        assertSameBook(inTime, actual);
    }

    private static void assertSameBook(List<Reading> inTime, BookKeeping actual) {
        BookKeeping expected = new BookKeeping(BookKeeping.electricity(MAX_W), NOW);
        inTime.forEach(expected::hear);
        assertThat(actual.journal).isEqualTo(expected.journal);
        assertThat(actual.used()).isEqualTo(expected.used());
        assertThat(actual.book.now(NOW).today())
                .isEqualTo(expected.book.now(NOW).today());
        assertThat(actual.book.now(NOW).asOf()).isEqualTo(expected.book.now(NOW).asOf());
    }

    private static List<Reading> readings(List<Step> life) {
        List<Reading> readings = new ArrayList<>();
        Instant at = START;
        long register = Kwh.of(1234.567);
        for (Step step : life) {
            at = at.plusSeconds(step.seconds());
            register += step.used();
            long shown = register;
            switch (step.fault()) {
                case 1 -> shown = 0;
                case 2 -> shown = register + Kwh.of(5000);
                case 3 -> shown = register / 100 * 97;
                case 4 -> register = shown = register / 1000;
                case 5 -> register = shown = register / 100 * 95;
                default -> {}
            }
            readings.add(new Reading(at, shown));
        }
        return readings;
    }
}
