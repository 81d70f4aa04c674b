package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.hub.domain.definition.Holidays;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DateSpan;
import io.foyer.hub.domain.tariff.DayCalendar;
import io.foyer.hub.domain.tariff.DayWindow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bands of a tariff in a file. */
record BandEntries(Calendars calendars, FaultList faults) {
    private static final Pattern DATES = Pattern.compile("(\\d\\d-\\d\\d)\\.\\.(\\d\\d-\\d\\d)");
    private static final int DAY_MIN = 24 * 60;
    private static final LocalDate LEAP_YEAR = LocalDate.of(2028, 1, 1);

    List<Band> bands(String path, List<TariffFile.BandTerms> entries, boolean isFloating) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            bands.add(band(path + "/" + i, entries.get(i), isFloating));
        }
        return bands;
    }

    private Band band(String path, TariffFile.BandTerms entry, boolean isFloating) {
        String name = entry.name() == null ? "" : entry.name();
        if (name.isBlank() || (entry.price() == null && entry.ratio() == null)) {
            faults.add(path, "a band needs a name and a price", "Write `{name: flat, price: 0.72}`.");
        }
        return new Band(name, price(path, entry, isFloating), times(path, entry));
    }

    private BandPrice price(String path, TariffFile.BandTerms entry, boolean isFloating) {
        BigDecimal ratio = faults.positive(path + "/ratio", entry.ratio());
        if (ratio != null && !isFloating) {
            faults.add(
                    path + "/ratio",
                    "a ratio is of the month's flat price, and the tariff has none",
                    "Add `flat: {2026-11: 0.7412}` to the tariff, or write a price.");
        }
        JsonNode price = entry.price();
        if (price != null && price.isTextual() && price.asText().equals("published")) {
            if (ratio != null) {
                faults.add(path + "/ratio", "a published price has no ratio", "Remove one of the two.");
            }
            return new BandPrice(null, null, true);
        }
        return new BandPrice(price == null ? null : number(path + "/price", price), ratio, false);
    }

    private @Nullable BigDecimal number(String path, JsonNode price) {
        if (!price.isNumber() || !Double.isFinite(price.asDouble())) {
            faults.add(path, "`" + price.asText() + "` is not a price", "Write a number, or `published`.");
            return null;
        }
        return faults.positive(path, new BigDecimal(price.asText()));
    }

    private BandTimes times(String path, TariffFile.BandTerms entry) {
        Set<DayOfWeek> days = entry.days() == null ? Set.of() : ScheduleEntries.days(entry.days());
        return new BandTimes(
                windows(path + "/windows", list(entry.windows()), days),
                days,
                months(path + "/months", list(entry.months())),
                dates(path + "/dates", list(entry.dates())),
                calendar(path + "/holidays", entry.holidays()),
                faults.within(path + "/holidayDays", entry.holidayDays(), 1, 31, 1),
                calendar(path + "/calendar", entry.calendar()));
    }

    private @Nullable DayCalendar calendar(String path, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Holidays holidays = calendars.named(name, path, faults);
        return new DayCalendar(holidays.off().keySet(), holidays.workdays().keySet());
    }

    private List<DayWindow> windows(String path, List<String> texts, Set<DayOfWeek> days) {
        List<DayWindow> windows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DayWindow window = DayWindow.of(texts.get(i));
            if (window == null) {
                faults.add(
                        path + "/" + i,
                        "`" + texts.get(i) + "` is not a span of hours",
                        "Write one such as \"08:00-11:00\", or \"22:00-06:00\" over midnight.");
                continue;
            }
            if (windows.stream().anyMatch(earlier -> overlap(earlier, window, days))) {
                faults.add(
                        path + "/" + i,
                        "the window " + texts.get(i) + " overlaps another one of the same band",
                        "Make them one, or change their hours.");
            }
            windows.add(window);
        }
        return windows;
    }

    /** On the minutes of a week. */
    private static boolean overlap(DayWindow one, DayWindow other, Set<DayOfWeek> days) {
        Set<DayOfWeek> all = days.isEmpty() ? Set.of(DayOfWeek.values()) : days;
        return all.stream().anyMatch(day -> all.stream().anyMatch(otherDay -> {
            int week = 7 * DAY_MIN;
            int between = (otherDay.getValue() - day.getValue()) * DAY_MIN + other.from() - one.from();
            return Math.floorMod(between, week) < one.length() || Math.floorMod(-between, week) < other.length();
        }));
    }

    private Set<Month> months(String path, List<Integer> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            faults.within(path + "/" + i, numbers.get(i), 1, 12, 1);
        }
        return numbers.stream()
                .filter(month -> month >= 1 && month <= 12)
                .map(Month::of)
                .collect(Collectors.toSet());
    }

    private List<DateSpan> dates(String path, List<String> texts) {
        List<DateSpan> spans = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DateSpan span = dates(texts.get(i));
            if (span == null) {
                faults.add(
                        path + "/" + i,
                        "`" + texts.get(i) + "` is not a span of dates",
                        "Write one such as \"07-15..08-31\", both days included.");
                continue;
            }
            if (spans.stream().anyMatch(earlier -> overlap(earlier, span))) {
                faults.add(
                        path + "/" + i,
                        "the dates " + texts.get(i) + " overlap others of the same band",
                        "Make them one, or change their days.");
            }
            spans.add(span);
        }
        return spans;
    }

    private static @Nullable DateSpan dates(String text) {
        Matcher days = DATES.matcher(text);
        try {
            return days.matches()
                    ? new DateSpan(MonthDay.parse("--" + days.group(1)), MonthDay.parse("--" + days.group(2)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean overlap(DateSpan one, DateSpan other) {
        return LEAP_YEAR.datesUntil(LEAP_YEAR.plusYears(1)).anyMatch(day -> one.holds(day) && other.holds(day));
    }
}
