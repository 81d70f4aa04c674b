package io.foyer.hub.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeterBookTest {
    /** Midnight in Shanghai. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T16:00:00Z");

    private static final Instant NOW = minute(600);

    @Test
    void a_reading_writes_its_judgement_and_the_whole_of_its_quarters() {
        MeterBook book = new MeterBook(BookKeeping.electricity(120_000.0), BookKeeping.SHANGHAI);
        assertThat(heard(book, 100.0, null, minute(5)))
                .containsExactly(new EnergyChange.ReadingRecord(
                        "main", new JudgedReading(new Reading(minute(5), Kwh.of(100)), ReadingVerdict.BASELINE, null)));
        heard(book, 101.0, null, minute(10));
        assertThat(heard(book, 103.0, null, minute(20)))
                .filteredOn(EnergyChange.QuarterUpdate.class::isInstance)
                .containsExactly(
                        new EnergyChange.QuarterUpdate(new Quarter("main", minute(0), Kwh.of(2), false)),
                        new EnergyChange.QuarterUpdate(new Quarter("main", minute(15), Kwh.of(1), false)));
    }

    @Test
    void today_begins_at_the_sites_midnight() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(-10), Kwh.of(100)));
        books.hear(new Reading(minute(5), Kwh.of(103)));
        assertThat(books.book.now(NOW).today()).isEqualTo(Kwh.of(1));
        assertThat(books.book.now(minute(1440)).today()).isZero();
    }

    @Test
    void the_meters_own_rate_comes_first_and_the_last_booking_stands_in_for_it() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(590));
        assertThat(book.now(NOW).rate()).isNull();
        heard(book, 101.0, null, minute(600));
        assertThat(book.now(NOW).rate()).isCloseTo(6000, within(1e-6));
        assertThat(heard(book, 101.5, 2500.0, minute(601)))
                .contains(new EnergyChange.RateUpdate("main", 2500.0, minute(601)));
        assertThat(book.now(NOW)).isEqualTo(new MeterState(2500.0, Kwh.of(1.5), minute(601)));
        assertThat(heard(book, 101.6, null, minute(602)))
                .contains(new EnergyChange.RateUpdate("main", null, minute(602)));
        assertThat(book.now(NOW).rate()).isCloseTo(6000, within(1e-6));
    }

    @Test
    void a_rate_without_a_register_is_heard_too() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(590));
        assertThat(heard(book, null, 700.0, minute(600)))
                .containsExactly(new EnergyChange.RateUpdate("main", 700.0, minute(600)));
        assertThat(heard(book, null, 800.0, minute(599))).as("late").isEmpty();
        assertThat(book.now(NOW)).isEqualTo(new MeterState(700.0, 0, minute(600)));
    }

    @Test
    void a_meter_without_a_register_counts_by_its_power() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, null, 700.0, minute(590));
        assertThat(heard(book, null, 800.0, minute(595)))
                .contains(new EnergyChange.QuarterUpdate(new Quarter("main", minute(585), 58_333, true)));
        assertThat(book.now(NOW)).isEqualTo(new MeterState(800.0, 58_333, minute(595)));
        assertThat(book.isLate(minute(594))).isTrue();
    }

    @Test
    void a_rate_older_than_fifteen_minutes_is_not_the_present() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, 2500.0, minute(600));
        assertThat(book.now(minute(615)).rate()).isEqualTo(2500.0);
        assertThat(book.now(minute(616))).isEqualTo(new MeterState(null, 0, minute(600)));
    }

    @Test
    void a_mean_over_a_gap_is_not_the_present() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(500));
        heard(book, 101.0, null, minute(600));
        assertThat(book.now(NOW).rate()).isNull();
    }

    @Test
    void water_flows_in_cubic_metres_an_hour_and_bytes_do_not_flow() {
        MeterBook water = book(Meter.Medium.WATER);
        assertThat(water.now(NOW).rate()).isCloseTo(6, within(1e-9));
        assertThat(book(Meter.Medium.NETWORK).now(NOW).rate()).isNull();
    }

    @Test
    void the_same_instant_is_heard_once() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(0));
        assertThat(heard(book, 999.0, null, minute(0))).isEmpty();
        assertThat(book.isLate(minute(0))).isFalse();
    }

    @Test
    void an_instant_is_as_exact_as_the_journal_keeps_it() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(10).plusNanos(1_999), Kwh.of(100)));
        assertThat(books.journal).containsOnlyKeys(minute(10).plusNanos(1_000));
        books.hear(new Reading(minute(5).plusNanos(7), Kwh.of(99)));
        assertThat(books.journal).containsOnlyKeys(minute(5), minute(10).plusNanos(1_000));
        assertThat(books.book.isLate(minute(10).plusNanos(1_001))).isFalse();
    }

    @Test
    void a_late_reading_does_not_pass_for_the_newest() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(10));
        assertThat(book.isLate(minute(9))).isTrue();
        assertThatThrownBy(() -> heard(book, 99.0, null, minute(9))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_late_reading_is_booked_where_it_belongs() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(0), Kwh.of(100)));
        books.hear(new Reading(minute(30), Kwh.of(103)));
        books.hear(new Reading(minute(15), Kwh.of(103)));
        assertThat(books.quarters.values())
                .containsExactly(
                        new Quarter("main", minute(0), Kwh.of(3), false), new Quarter("main", minute(15), 0, false));
        assertThat(books.book.now(NOW)).isEqualTo(new MeterState(null, Kwh.of(3), minute(30)));
    }

    @Test
    void a_late_reading_before_the_first_becomes_the_baseline() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(15), Kwh.of(100)));
        books.hear(new Reading(minute(0), Kwh.of(98)));
        assertThat(books.quarters.values()).containsExactly(new Quarter("main", minute(0), Kwh.of(2), false));
    }

    @Test
    void a_late_reading_can_show_that_others_were_errors() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(60_000.0), NOW);
        books.hear(new Reading(minute(0), Kwh.of(100)));
        books.hear(new Reading(minute(1), Kwh.of(500)));
        books.hear(new Reading(minute(3), Kwh.of(502)));
        assertThat(books.total()).isEqualTo(Kwh.of(2));
        books.hear(new Reading(minute(2), Kwh.of(101)));
        assertThat(books.journal.values())
                .extracting(JudgedReading::verdict)
                .containsExactly(
                        ReadingVerdict.BASELINE, ReadingVerdict.ERROR, ReadingVerdict.SOUND, ReadingVerdict.HELD);
        assertThat(books.total()).as("the quarter is told what it has lost").isEqualTo(Kwh.of(1));
    }

    @Test
    void what_the_journal_has_forgotten_is_not_folded() {
        MeterBook book = new MeterBook(BookKeeping.electricity(null), BookKeeping.SHANGHAI);
        JudgedReading kept = new JudgedReading(
                new Reading(minute(15), Kwh.of(101)),
                ReadingVerdict.SOUND,
                new JudgedReading.Consumption(minute(0), minute(15), Kwh.of(1), false));
        book.restore(List.of(kept), List.of(), null, null);
        ReadingRange around = new ReadingRange(List.of(kept), true, true);
        assertThat(book.fold(around, List.of(new Reading(minute(5), Kwh.of(100.5)))))
                .hasValueSatisfying(fold -> assertThat(fold.changed()).isEmpty());
    }

    @Test
    void of_two_late_readings_of_one_instant_the_first_is_taken() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(0), Kwh.of(100)));
        books.hear(new Reading(minute(30), Kwh.of(103)));
        books.fold(List.of(new Reading(minute(15), Kwh.of(102)), new Reading(minute(15), Kwh.of(101))));
        books.fold(List.of(new Reading(minute(15), Kwh.of(103))));
        assertThat(books.used().values()).containsExactly("2", "1");
    }

    @Test
    void a_fold_ends_where_the_journal_has_refused_the_newest_reading_and_the_book_goes_on_without_it() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.hear(new Reading(minute(0), Kwh.of(100)));
        books.hear(new Reading(minute(5), Kwh.of(101)));
        books.refusing(() -> books.hear(new Reading(minute(20), Kwh.of(109))));

        books.hear(new Reading(minute(4), Kwh.of(100.5)));
        assertThat(books.book.now(NOW)).isEqualTo(new MeterState(null, Kwh.of(1), minute(5)));

        books.hear(new Reading(minute(12), Kwh.of(102)));
        assertThat(books.used()).containsExactly(Map.entry(minute(0), "2"));
        assertThat(books.book.now(NOW).today()).isEqualTo(Kwh.of(2));
    }

    @Test
    void a_fold_ends_where_the_journal_has_refused_all_that_was_heard() {
        BookKeeping books = new BookKeeping(BookKeeping.electricity(null), NOW);
        books.refusing(() -> books.hear(new Reading(minute(20), Kwh.of(109))));
        books.hear(new Reading(minute(5), Kwh.of(101)));
        books.hear(new Reading(minute(10), Kwh.of(102)));
        assertThat(books.used()).containsExactly(Map.entry(minute(0), "1"));
    }

    private static MeterBook book(Meter.Medium medium) {
        Meter meter = new Meter("m", medium, null, "house", null, null, null, null);
        MeterBook book = new MeterBook(meter, BookKeeping.SHANGHAI);
        heard(book, 100.0, null, minute(590));
        heard(book, 101.0, null, minute(600));
        return book;
    }

    private static List<Change> heard(MeterBook book, @Nullable Double kWh, @Nullable Double rate, Instant at) {
        Effects effects = new Effects();
        book.hear(kWh == null ? null : (Long) Kwh.of(kWh), rate, at, NOW, effects);
        return effects.changes();
    }

    private static Instant minute(int minute) {
        return MIDNIGHT.plusSeconds(60L * minute);
    }
}
