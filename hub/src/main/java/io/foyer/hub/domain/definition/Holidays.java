package io.foyer.hub.domain.definition;

import java.time.LocalDate;
import java.util.Map;

/**
 * The public holidays of a country, and the days at weekends on which the country works instead.
 *
 * @param off the days off, each with its name
 * @param workdays the days on which a site keeps the hours of a Monday, whatever day of the week they are
 */
public record Holidays(String id, Map<LocalDate, BilingualText> off, Map<LocalDate, BilingualText> workdays) {
    /** The calendar of a schedule without holidays. */
    public static final Holidays NONE = new Holidays("", Map.of(), Map.of());

    public Holidays {
        off = Map.copyOf(off);
        workdays = Map.copyOf(workdays);
    }
}
