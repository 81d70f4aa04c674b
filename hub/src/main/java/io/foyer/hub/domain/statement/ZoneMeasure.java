package io.foyer.hub.domain.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How much of the house a zone is on a day: in m², or in hours of people. */
public interface ZoneMeasure {
    /** Null where nobody knows. */
    @Nullable BigDecimal of(String zone, LocalDate day);
}
