package io.foyer.hub.domain.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A company that has a zone. Spaces around the company's name make no other company.
 *
 * @param from the first day
 * @param until the last day, included; null for no end
 */
public record Tenancy(
        String tenant,
        String zone,
        LocalDate from,
        @Nullable LocalDate until) {

    public Tenancy {
        tenant = tenant.strip();
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
