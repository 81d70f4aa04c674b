package io.foyer.hub.web.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The month of a question, of the site's calendar.
 *
 * @param asked the month that {@code month} names, the running one by default; null where it names none since 2000
 */
record MonthQuery(@Nullable YearMonth asked, YearMonth running) {
    private static final int FIRST_YEAR = 2000;

    static MonthQuery of(ApiCall call) {
        YearMonth running = YearMonth.from(call.now().atZone(call.definition().timeZone()));
        String text = call.query("month");
        try {
            YearMonth month = text == null ? running : YearMonth.parse(text);
            return new MonthQuery(month.getYear() < FIRST_YEAR ? null : month, running);
        } catch (DateTimeException e) {
            return new MonthQuery(null, running);
        }
    }

    boolean hasNotBegun() {
        return asked != null && asked.isAfter(running);
    }
}
