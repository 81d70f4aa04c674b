package io.foyer.hub.domain.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Rounds an amount of money once, at the end. */
public final class MoneyRounding {
    private MoneyRounding() {}

    /** Half up, to the currency's smallest unit. */
    public static BigDecimal of(BigDecimal amount, Currency currency) {
        return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
    }
}
