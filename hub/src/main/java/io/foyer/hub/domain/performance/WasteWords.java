package io.foyer.hub.domain.performance;

import io.foyer.hub.domain.definition.BilingualText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what went on in an empty zone. */
final class WasteWords {
    private static final BilingualText OTHER = new BilingualText("无人时其他用电", "used power while empty");
    private static final Map<String, BilingualText> BY_SYSTEM = Map.of(
            "hvac", new BilingualText("无人时空调开着", "heated or cooled while empty"),
            "lighting", new BilingualText("无人时灯亮着", "lit while empty"),
            "sockets", new BilingualText("无人时插座用电", "had sockets in use while empty"),
            "kitchens", new BilingualText("无人时厨房设备开着", "had kitchen appliances on while empty"),
            "plant", new BilingualText("无人时设备运转", "had plant running while empty"));
    private static final Map<String, String> SIGNS = Map.of("CNY", "¥", "JPY", "¥", "EUR", "€", "USD", "$", "GBP", "£");

    private WasteWords() {}

    static BilingualText of(@Nullable String system) {
        return system == null ? OTHER : BY_SYSTEM.getOrDefault(system, named(system));
    }

    private static BilingualText named(String system) {
        return new BilingualText("无人时 " + system + " 用电", "used " + system + " while empty");
    }

    /** Whole units from 100 on. */
    static String money(BigDecimal amount, String currency) {
        boolean isLarge = amount.abs().compareTo(BigDecimal.valueOf(100)) >= 0;
        BigDecimal shown = isLarge ? amount.setScale(0, RoundingMode.HALF_UP) : amount;
        return SIGNS.getOrDefault(currency, currency + " ")
                + String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown);
    }
}
