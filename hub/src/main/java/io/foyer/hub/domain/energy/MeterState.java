package io.foyer.hub.domain.energy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The values of a meter at one moment.
 *
 * @param rate W or m³/h, or null where the rate is unknown or older than 15 minutes
 * @param today mWh, ml or bytes since the site's midnight
 * @param asOf the time of the newest reading, or null where none ever came
 */
public record MeterState(
        @Nullable Double rate, long today, @Nullable Instant asOf) {}
