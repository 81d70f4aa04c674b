package io.foyer.simulators.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map file as it is written; {@link ReplayMap} is what it means. The language is in device-simulators/README.md. */
record MapText(
        @Nullable TimeText time,
        @Nullable String following,
        @Nullable String preceding,
        @Nullable Map<String, DeviceText> devices,
        @Nullable ReadsText reads) {

    record TimeText(
            @Nullable String column,

            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> pattern,

            @Nullable String zone,
            @Nullable String midnight) {}

    record DeviceText(
            @Nullable String present,
            @Nullable SumText energyKwh,
            @Nullable SumText totalIn,
            @Nullable SumText totalOut) {}

    record SumText(
            @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> accumulate,

            @Nullable BigDecimal start) {}

    record ReadsText(
            @Nullable String credential,
            @Nullable String device,
            @Nullable String type,
            @Nullable String decided) {}
}
