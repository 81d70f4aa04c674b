package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.site.ViewerFeed.MeterView;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A meter at this moment, in the units of its medium. A value that never came is null. */
public sealed interface LiveMeter {

    record Electricity(
            String meter,
            @Nullable Double powerW,
            @Nullable BigDecimal todayKwh,
            @Nullable Instant asOf) implements LiveMeter {}

    record Water(
            String meter,
            @Nullable Double flowM3h,
            @Nullable BigDecimal todayM3,
            @Nullable Instant asOf) implements LiveMeter {}

    record Network(
            String meter,
            @Nullable Long todayBytes,
            @Nullable Instant asOf) implements LiveMeter {}

    static LiveMeter of(Meter meter, MeterView now) {
        BigDecimal today = now.asOf() == null ? null : meter.medium().decimal(now.today());
        return switch (meter.medium()) {
            case ELECTRICITY -> new Electricity(meter.id(), now.rate(), today, now.asOf());
            case WATER -> new Water(meter.id(), now.rate(), today, now.asOf());
            case NETWORK -> new Network(meter.id(), now.asOf() == null ? null : now.today(), now.asOf());
        };
    }

    /** A meter without any reading so far. */
    static LiveMeter unknown(Meter meter) {
        return of(meter, new MeterView(meter.id(), null, 0, null));
    }
}
