package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant owes for a month, or what is left to the house ({@link MeterOwners#COMMON}). The statements of a month add up
 * to the bills of its accounts, before tax, to the last unit. Quantities are mWh, ml or bytes.
 *
 * @param net null where the price of a part is not known
 * @param tax on {@code net}, rounded once, half up; the house pays none to itself
 * @param isProvisional true where a price is not known yet, or no meter was read in the month
 * @param isEstimated true where a part was spread over a gap between readings
 */
public record CostStatement(
        String payer,
        List<RegisterLine> registers,
        List<AccountLine> accounts,
        @Nullable BigDecimal net,
        BigDecimal taxPercent,
        @Nullable BigDecimal tax,
        @Nullable BigDecimal total,
        boolean isProvisional,
        boolean isEstimated,
        List<BilingualText> notes) {
    public CostStatement {
        registers = List.copyOf(registers);
        accounts = List.copyOf(accounts);
        notes = List.copyOf(notes);
    }

    /**
     * A register at both ends of the time in which the payer pays for it.
     *
     * @param quantity what the ledger booked between them
     * @param isOff true where the quantity is taken off, because another pays for it
     */
    public record RegisterLine(
            Meter meter,
            @Nullable RegisterPoint from,
            @Nullable RegisterPoint to,
            long quantity,
            boolean isOff) {

        /** True where the difference of the registers is the quantity. */
        boolean goesOn() {
            return from != null && to != null && to.register() - from.register() == quantity;
        }
    }

    /** The payer's part of one bill; {@code amount} is the sum of its amounts, null where one is not known. */
    public record AccountLine(
            Meter account,
            List<BandLine> bands,
            ShareLine share,
            BigDecimal fixed,
            @Nullable BigDecimal demand,
            @Nullable BigDecimal amount) {
        public AccountLine {
            bands = List.copyOf(bands);
        }
    }

    /**
     * What the payer used alone.
     *
     * @param price of a unit (kWh, m³, GB), where the month has one alone
     */
    public record BandLine(
            String name,
            long quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal amount) {}

    /**
     * The payer's share of what is nobody's. The house's is what the tenants take off it, so it is negative.
     *
     * @param part of one
     */
    public record ShareLine(
            BigDecimal part, long quantity, @Nullable BigDecimal amount) {}
}
