package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one register.
 *
 * @param maxPowerW the most power that can flow, in W, for a register in kWh; null where unknown: then any rise is
 *     possible
 * @param registerMax the highest value of the register, in its own unit, or null where unknown
 */
public record RegisterLimits(
        @Nullable Double maxPowerW, @Nullable Double registerMax) {
    private static final double NEAR_A_POWER_OF_TEN = 1e-4;
    private static final double CREDIBLE_PART_OF_MODULUS = 0.1;
    private static final int MOST_DECIMALS = 9;

    /** The limits of a meter. A power in W is no limit for water or bytes. */
    public static RegisterLimits of(Meter meter) {
        return new RegisterLimits(
                meter.medium() == Meter.Medium.ELECTRICITY ? meter.maxPowerW() : null, meter.registerMax());
    }

    /**
     * True where this quantity can have flowed between the two readings. A register with few digits advances in leaps,
     * so the limit allows one more unit of the last digit of the two readings.
     */
    boolean explain(double quantity, Reading from, Reading to) {
        if (maxPowerW == null) {
            return true;
        }
        double most = maxPowerW / 1000 * Duration.between(from.at(), to.at()).toMillis() / 3_600_000;
        return quantity <= most
                || quantity <= most + Math.pow(10, -Math.max(decimals(from.register()), decimals(to.register())));
    }

    /** The use between the two readings if the register ran over its end; empty where that is impossible. */
    OptionalDouble rollover(Reading last, Reading next) {
        double modulus = registerMax == null ? powerOfTenAt(last.register()) : after(registerMax);
        double quantity = modulus - last.register() + next.register();
        boolean credible = modulus >= last.register()
                && (maxPowerW == null ? quantity < CREDIBLE_PART_OF_MODULUS * modulus : explain(quantity, last, next));
        return credible ? OptionalDouble.of(quantity) : OptionalDouble.empty();
    }

    /** The power of ten just above the register, or NaN. */
    private static double powerOfTenAt(double register) {
        double power = Math.pow(10, Math.ceil(Math.log10(register)));
        return power > register && power - register <= NEAR_A_POWER_OF_TEN * power ? power : Double.NaN;
    }

    /**
     * The value after the highest one: one unit of the last digit more. A highest value that is a power of ten already
     * means the value after the highest one.
     */
    private static double after(double registerMax) {
        BigDecimal max = BigDecimal.valueOf(registerMax);
        boolean powerOfTen = max.stripTrailingZeros().unscaledValue().bitLength() == 1;
        return powerOfTen
                ? registerMax
                : max.add(BigDecimal.ONE.movePointLeft(decimals(registerMax))).doubleValue();
    }

    private static int decimals(double register) {
        return Math.min(
                MOST_DECIMALS,
                Math.max(0, BigDecimal.valueOf(register).stripTrailingZeros().scale()));
    }
}
