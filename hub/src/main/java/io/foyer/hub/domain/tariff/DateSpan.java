package io.foyer.hub.domain.tariff;

import java.time.LocalDate;
import java.time.MonthDay;

/** Dates of every year, both ends included. A span whose end comes before its beginning runs over new year. */
public record DateSpan(MonthDay first, MonthDay last) {

    public boolean holds(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean fromFirst = !day.isBefore(first);
        boolean toLast = !day.isAfter(last);
        return first.isAfter(last) ? fromFirst || toLast : fromFirst && toLast;
    }
}
