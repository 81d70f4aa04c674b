package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.statement.AccountDivision.DividedBand;
import io.foyer.hub.domain.statement.AccountDivision.DividedMonth;
import io.foyer.hub.domain.statement.CostStatement.AccountLine;
import io.foyer.hub.domain.statement.CostStatement.BandLine;
import io.foyer.hub.domain.statement.CostStatement.ShareLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares out what is nobody's in a divided month: the rest of each band, and the charges for time and power. A rest that is
 * negative in all is a fault of the meters and stays with the house.
 */
final class AccountLines {
    private final DividedMonth month;
    private final CostStep step;
    private final CommonShares shares;
    private final int house;
    private final boolean isShared;

    AccountLines(DividedMonth month, CostStep step, CommonShares shares) {
        this.month = month;
        this.step = step;
        this.shares = shares;
        house = month.quantities().size() - 1;
        isShared = month.quantities().get(house) >= 0;
    }

    /** One line for each payer. */
    List<AccountLine> all() {
        long[] quantities = new long[house + 1];
        List<BigDecimal> amounts = new ArrayList<>();
        IntStream.rangeClosed(0, house).forEach(i -> amounts.add(BigDecimal.ZERO));
        boolean isKnown = true;
        for (DividedBand band : month.bands()) {
            isKnown &= band.amounts() != null;
            if (isShared) {
                share(band, quantities, amounts);
            }
        }
        List<BigDecimal> fixed = LargestRemainder.round(step.fixed(), fixedParts());
        BigDecimal owed = step.demand();
        List<BigDecimal> demand = owed == null ? null : LargestRemainder.shares(owed, shares.weights());
        List<AccountLine> lines = new ArrayList<>();
        for (int i = 0; i <= house; i++) {
            lines.add(line(
                    i,
                    new ShareLine(part(i), quantities[i], isKnown ? amounts.get(i) : null),
                    fixed.get(i),
                    demand == null ? null : demand.get(i)));
        }
        return lines;
    }

    private BigDecimal part(int payer) {
        BigDecimal part = isShared ? shares.part(payer) : BigDecimal.ZERO;
        return payer == house && isShared ? part.subtract(BigDecimal.ONE) : part;
    }

    private void share(DividedBand band, long[] quantities, List<BigDecimal> amounts) {
        List<Long> parts = LargestRemainder.shares(band.quantities().get(house), shares.weights());
        List<BigDecimal> costs = band.amounts() == null
                ? null
                : LargestRemainder.shares(band.amounts().get(house), shares.weights());
        for (int i = 0; i < house; i++) {
            quantities[i] += parts.get(i);
            quantities[house] -= parts.get(i);
            if (costs != null) {
                amounts.set(i, amounts.get(i).add(costs.get(i)));
                amounts.set(house, amounts.get(house).subtract(costs.get(i)));
            }
        }
    }

    /** Each payer's own charge by quantity, and the payer's part of the house's and of the charge for time. */
    private List<BigDecimal> fixedParts() {
        BigDecimal own = month.perUnit().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ofHouse = month.perUnit().get(house);
        BigDecimal common = step.fixed().subtract(own).add(isShared ? ofHouse : BigDecimal.ZERO);
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i <= house; i++) {
            BigDecimal alone =
                    i == house && isShared ? BigDecimal.ZERO : month.perUnit().get(i);
            parts.add(alone.add(common.multiply(shares.part(i))));
        }
        return parts;
    }

    private AccountLine line(int payer, ShareLine share, BigDecimal fixed, @Nullable BigDecimal demand) {
        List<BandLine> bands = new ArrayList<>();
        BigDecimal sum = demand == null ? fixed : fixed.add(demand);
        boolean isKnown = step.unpriced() == 0;
        for (DividedBand band : month.bands()) {
            List<BigDecimal> amounts = band.amounts();
            BigDecimal amount = amounts == null ? null : amounts.get(payer);
            isKnown &= amount != null;
            sum = amount == null ? sum : sum.add(amount);
            long quantity = band.quantities().get(payer);
            if (quantity != 0 || (amount != null && amount.signum() != 0)) {
                bands.add(new BandLine(band.name(), quantity, band.price(), amount));
            }
        }
        BigDecimal shared = share.amount();
        return new AccountLine(
                month.meter(), bands, share, fixed, demand, isKnown && shared != null ? sum.add(shared) : null);
    }
}
