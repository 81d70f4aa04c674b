package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.statement.CostStatement;
import io.foyer.hub.domain.statement.CostStatement.AccountLine;
import io.foyer.hub.domain.statement.CostStatement.RegisterLine;
import io.foyer.hub.domain.statement.RegisterPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tenant owes for a month. Amounts are decimal texts in the site's currency, quantities kWh, m³ or bytes. */
public record StatementEntry(
        @Schema(description = "The company, or `common` for what is left to the house")
        String tenant,

        @Schema(description = "Of the site's calendar: 2026-11")
        String month,

        Instant from,

        @Schema(description = "The end of the month, or the present while it runs")
        Instant to,

        String currency,

        @Schema(description = "From 1; null while the statement is provisional") @Nullable Integer version,

        @Schema(description = "When this version was issued") @Nullable Instant issued,

        @Schema(description = "True while the month runs or a price is not known: such a statement is not issued")
        boolean provisional,

        @Schema(description = "True where a part was spread over a gap between readings")
        boolean estimated,

        List<BilledRegister> registers,
        List<BilledBand> bands,
        List<BilledShare> shares,
        List<BilledCharge> charges,

        @Schema(description = "The fixed charges together") String fixed,

        @Schema(description = "The charges for power together")
        String demand,

        @Schema(description = "All amounts together; null where one is not known") @Nullable String net,

        BigDecimal taxPercent,
        @Nullable String tax,
        @Nullable String total,

        @Schema(description = "What a reader must know to trust the figures")
        List<BilingualText> notes) {
    private static final int PART_DECIMALS = 6;

    /** A register at both ends. */
    public record BilledRegister(
            String meter,
            BilingualText name,
            Medium medium,
            @Nullable BigDecimal from,
            @Nullable Instant fromAt,
            @Nullable BigDecimal to,
            @Nullable Instant toAt,

            @Schema(description = "What the ledger booked; negative where another pays for it and it is taken off")
            BigDecimal quantity) {}

    /** What the tenant used alone, in one band of the tariff of a main meter. */
    public record BilledBand(
            @Schema(description = "The meter whose bill this is a part of")
            String meter,

            Medium medium,
            String name,
            BigDecimal quantity,

            @Schema(description = "Of a kWh, m³ or GB; null where it changed within the month") @Nullable BigDecimal price,

            @Nullable String amount) {}

    /** The tenant's share of what is nobody's; of the house, what the tenants take off it. */
    public record BilledShare(
            String meter,
            Medium medium,
            ShareBasis by,

            @Schema(description = "Of one, with six decimals")
            BigDecimal part,

            BigDecimal quantity,
            @Nullable String amount) {}

    /** The tenant's part of what a main meter owes whatever the band. */
    public record BilledCharge(String meter, Medium medium, ChargeKind kind, String amount) {}

    public enum ChargeKind {
        FIXED,
        DEMAND
    }

    /** When and where a statement counts. */
    public record Frame(String month, Instant from, Instant to, String currency, ShareBasis by, boolean isRunning) {}

    public static StatementEntry of(CostStatement statement, Frame frame) {
        List<BilledBand> bands = new ArrayList<>();
        List<BilledShare> shares = new ArrayList<>();
        List<BilledCharge> charges = new ArrayList<>();
        BigDecimal fixed = BigDecimal.ZERO;
        BigDecimal demand = BigDecimal.ZERO;
        for (AccountLine line : statement.accounts()) {
            Meter account = line.account();
            Medium medium = account.medium();
            line.bands()
                    .forEach(band -> bands.add(new BilledBand(
                            account.id(),
                            medium,
                            band.name(),
                            medium.decimal(band.quantity()),
                            band.price(),
                            text(band.amount()))));
            shares.add(new BilledShare(
                    account.id(),
                    medium,
                    frame.by(),
                    line.share().part().setScale(PART_DECIMALS, RoundingMode.HALF_UP),
                    medium.decimal(line.share().quantity()),
                    text(line.share().amount())));
            charges.add(new BilledCharge(
                    account.id(), medium, ChargeKind.FIXED, line.fixed().toPlainString()));
            fixed = fixed.add(line.fixed());
            BigDecimal owed = line.demand();
            if (owed != null) {
                charges.add(new BilledCharge(account.id(), medium, ChargeKind.DEMAND, owed.toPlainString()));
                demand = demand.add(owed);
            }
        }
        return new StatementEntry(
                statement.payer(),
                frame.month(),
                frame.from(),
                frame.to(),
                frame.currency(),
                null,
                null,
                frame.isRunning() || statement.isProvisional(),
                statement.isEstimated(),
                statement.registers().stream().map(StatementEntry::register).toList(),
                bands,
                shares,
                charges,
                fixed.toPlainString(),
                demand.toPlainString(),
                text(statement.net()),
                statement.taxPercent(),
                text(statement.tax()),
                text(statement.total()),
                statement.notes());
    }

    /** The statement as it was issued. */
    public StatementEntry issued(int number, Instant at) {
        return new StatementEntry(
                tenant,
                month,
                from,
                to,
                currency,
                number,
                at,
                provisional,
                estimated,
                registers,
                bands,
                shares,
                charges,
                fixed,
                demand,
                net,
                taxPercent,
                tax,
                total,
                notes);
    }

    private static BilledRegister register(RegisterLine line) {
        Medium medium = line.meter().medium();
        RegisterPoint from = line.from();
        RegisterPoint to = line.to();
        return new BilledRegister(
                line.meter().id(),
                line.meter().title(),
                medium,
                from == null ? null : medium.decimal(from.register()),
                from == null ? null : from.at(),
                to == null ? null : medium.decimal(to.register()),
                to == null ? null : to.at(),
                medium.decimal(line.isOff() ? -line.quantity() : line.quantity()));
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
