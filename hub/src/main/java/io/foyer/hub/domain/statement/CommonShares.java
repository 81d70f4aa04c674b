package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.statement.AccountDivision.DividedMonth;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an account's common costs each payer bears: its part of the whole house. What is nobody's part stays with the
 * house, so a tenant of one room never pays for an empty floor.
 *
 * @param weights one for each payer, the house last
 * @param unmeasured the payers of whom a zone's measure is not known; they bear nothing, or less
 */
record CommonShares(List<BigDecimal> weights, Set<String> unmeasured) {

    static CommonShares of(
            ShareBasis basis, DividedMonth account, MeterOwners owners, List<String> payers, ZoneMeasure measure) {
        Set<String> unmeasured = new HashSet<>();
        List<BigDecimal> weights = new ArrayList<>();
        BigDecimal whole = basis == ShareBasis.METER
                ? BigDecimal.valueOf(
                        account.quantities().stream().mapToLong(Long::longValue).sum())
                : BigDecimal.ZERO;
        for (int i = 0; i < payers.size() - 1; i++) {
            weights.add(
                    basis == ShareBasis.METER
                            ? BigDecimal.valueOf(
                                    Math.max(0, account.quantities().get(i)))
                            : BigDecimal.ZERO);
        }
        for (LocalDate day : basis == ShareBasis.METER ? List.<LocalDate>of() : owners.days()) {
            @Nullable BigDecimal house = measure.of(account.meter().zone(), day);
            if (house == null) {
                unmeasured.addAll(payers);
                continue;
            }
            whole = whole.add(house);
            for (int i = 0; i < weights.size(); i++) {
                for (String zone : owners.zones(payers.get(i), day)) {
                    @Nullable BigDecimal part = measure.of(zone, day);
                    if (part == null) {
                        unmeasured.add(payers.get(i));
                    } else {
                        weights.set(i, weights.get(i).add(part));
                    }
                }
            }
        }
        BigDecimal tenants = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        weights.add(whole.subtract(tenants).max(BigDecimal.ZERO));
        return new CommonShares(List.copyOf(weights), Set.copyOf(unmeasured));
    }

    /** A payer's part of one; the house has all where nobody has anything. */
    BigDecimal part(int payer) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return payer == weights.size() - 1 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return weights.get(payer).divide(all, MathContext.DECIMAL128);
    }
}
