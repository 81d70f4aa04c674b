package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one register. Quantities are in the smallest unit of the medium.
 *
 * @param maxPowerW the most power that can flow, in W, for electricity; null where unknown: then any rise is possible
 * @param registerMax the highest value of the register, or null where unknown
 */
public record RegisterLimits(
        Medium medium, @Nullable Double maxPowerW, @Nullable Long registerMax) {
    private static final long NEAR_A_POWER_OF_TEN = 10_000;
    private static final int CREDIBLE_PART_OF_MODULUS = 10;
    private static final long TEN = 10;

    /** A thousand, less what a meter may have used since its last reading. */
    private static final int OTHER_UNIT = 500;

    /** In kWh or m³. */
    private static final int OLD_ENOUGH = 100;

    /** The limits of a meter. A power in W is no limit for water or bytes. */
    public static RegisterLimits of(Meter meter) {
        Medium medium = meter.medium();
        Double max = meter.registerMax();
        OptionalLong registerMax = max == null ? OptionalLong.empty() : medium.whole(BigDecimal.valueOf(max));
        return new RegisterLimits(
                medium,
                medium == Medium.ELECTRICITY ? meter.maxPowerW() : null,
                registerMax.isPresent() ? (Long) registerMax.getAsLong() : null);
    }

    /**
     * True where this quantity can have flowed between the two readings. A register with few digits advances in leaps,
     * so the limit allows one more unit of the last digit of the two readings. Where the power is unknown, all can have
     * flowed but a mistaken unit.
     */
    boolean explain(long quantity, Reading from, Reading to) {
        if (maxPowerW == null) {
            return !isOtherUnit(from, to);
        }
        // W for so many ms, in mWh.
        double most = maxPowerW * Duration.between(from.at(), to.at()).toMillis() / 3_600;
        return quantity <= most || quantity <= most + Math.min(lastDigit(from.register()), lastDigit(to.register()));
    }

    /**
     * True where a register has grown many times in one step, as when Wh are sent for kWh, or litres for m³. A register
     * of less than a hundred may do so when its meter is new, and a byte counter at any time.
     */
    private boolean isOtherUnit(Reading from, Reading to) {
        return medium != Medium.NETWORK
                && from.register() >= OLD_ENOUGH * medium.one()
                && to.register() / OTHER_UNIT >= from.register();
    }

    /**
     * A power of a meter without a register; null where more cannot flow, or where the medium has none.
     *
     * @param rate W or m³/h
     */
    @Nullable Reading power(double rate, Instant at) {
        if (maxPowerW != null && rate > maxPowerW) {
            return null;
        }
        return switch (medium) {
            case ELECTRICITY -> Reading.ofPower(at, Math.round(rate * 1_000));
            case WATER -> Reading.ofPower(at, Math.round(rate * medium.one()));
            case NETWORK -> null;
        };
    }

    /** The use between the two readings if the register ran over its end; empty where that is impossible. */
    OptionalLong rollover(Reading last, Reading next) {
        OptionalLong end = registerMax == null ? powerOfTenAt(last.register()) : OptionalLong.of(after(registerMax));
        if (end.isEmpty() || end.getAsLong() < last.register()) {
            return OptionalLong.empty();
        }
        long quantity = end.getAsLong() - last.register() + next.register();
        boolean credible = maxPowerW == null
                ? quantity < end.getAsLong() / CREDIBLE_PART_OF_MODULUS
                : explain(quantity, last, next);
        return credible ? OptionalLong.of(quantity) : OptionalLong.empty();
    }

    /** The power of ten just above the register. */
    private static OptionalLong powerOfTenAt(long register) {
        long power = 1;
        while (power <= register && power < Medium.MOST) {
            power *= TEN;
        }
        return power > register && power - register <= power / NEAR_A_POWER_OF_TEN
                ? OptionalLong.of(power)
                : OptionalLong.empty();
    }

    /**
     * The value after the highest one: one unit of the last digit more. A highest value that is a power of ten already
     * means the value after the highest one.
     */
    private long after(long highest) {
        long power = 1;
        while (power < highest) {
            power *= TEN;
        }
        return power == highest ? highest : highest + lastDigit(highest);
    }

    /** One unit of the last digit that is not zero, at most one kWh, m³ or byte. */
    private long lastDigit(long register) {
        long unit = 1;
        while (unit < medium.one() && register % (unit * TEN) == 0) {
            unit *= TEN;
        }
        return unit;
    }
}
