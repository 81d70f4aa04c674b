package io.foyer.hub.domain.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each payer used in one band, and what it costs before it is rounded. */
final class BandParts {
    private final long[] quantities;
    private final List<BigDecimal> amounts;
    private @Nullable BigDecimal price;
    private boolean hasPrice;
    private boolean hasOnePrice = true;

    BandParts(int payers) {
        quantities = new long[payers];
        amounts = new ArrayList<>(Collections.nCopies(payers, BigDecimal.ZERO));
    }

    /** @param unit the price of a unit, or null where it is not known */
    void add(long[] parts, @Nullable BigDecimal unit, int decimals) {
        hasOnePrice &= !hasPrice || (price != null && unit != null && price.compareTo(unit) == 0);
        price = unit;
        hasPrice = true;
        for (int i = 0; i < parts.length; i++) {
            quantities[i] += parts[i];
            if (unit != null && parts[i] != 0) {
                amounts.set(
                        i,
                        amounts.get(i)
                                .add(BigDecimal.valueOf(parts[i], decimals).multiply(unit)));
            }
        }
    }

    List<Long> quantities() {
        return Arrays.stream(quantities).boxed().toList();
    }

    List<BigDecimal> amounts() {
        return amounts;
    }

    /** The price of a unit, where the month has one alone. */
    @Nullable BigDecimal price() {
        return hasOnePrice ? price : null;
    }
}
