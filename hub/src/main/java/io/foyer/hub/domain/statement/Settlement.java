package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.cost.CostStep;
import io.foyer.hub.domain.cost.MoneyRounding;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.flow.EnergyFlow;
import io.foyer.hub.domain.flow.MeterTree;
import io.foyer.hub.domain.statement.AccountDivision.DividedMonth;
import io.foyer.hub.domain.statement.CostStatement.AccountLine;
import io.foyer.hub.domain.statement.CostStatement.RegisterLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the statements of a divided month. */
public final class Settlement {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final MonthDivision division;
    private final SiteDefinition site;
    private final BillingPolicy policy;
    private final Map<String, Map<Instant, RegisterPoint>> registers;
    private final Map<String, List<AccountLine>> lines = new TreeMap<>();
    private final Map<String, List<BilingualText>> notes = new TreeMap<>();
    private boolean isProvisional;

    private Settlement(MonthDivision division, Map<String, Map<Instant, RegisterPoint>> registers) {
        this.division = division;
        this.site = division.site();
        this.policy = site.billing();
        this.registers = registers;
        division.payers().forEach(payer -> {
            lines.put(payer, new ArrayList<>());
            notes.put(payer, new ArrayList<>());
        });
    }

    /**
     * The statements of the tenants by name, and that of the house at the end.
     *
     * @param measure of zones, by what the site's tenants share
     * @param registers by meter: what it showed at the edges that the division names
     */
    public static List<CostStatement> of(
            MonthDivision division, ZoneMeasure measure, Map<String, Map<Instant, RegisterPoint>> registers) {
        Settlement settlement = new Settlement(division, registers);
        division.divided().forEach(month -> settlement.add(month, measure));
        settlement.tellUnread();
        settlement.tellRests();
        return division.payers().stream().map(settlement::statement).toList();
    }

    /** The statement of somebody who was told to owe something, and owes nothing any more. */
    public static CostStatement ofNothing(String payer, String currency) {
        BigDecimal nothing = MoneyRounding.of(BigDecimal.ZERO, Currency.getInstance(currency));
        return new CostStatement(
                payer, List.of(), List.of(), nothing, BigDecimal.ZERO, nothing, nothing, false, false, List.of());
    }

    private void add(DividedMonth month, ZoneMeasure measure) {
        List<String> payers = division.payers();
        CostStep step = month.step();
        if (step == null) {
            for (int i = 0; i < payers.size(); i++) {
                if (month.quantities().get(i) != 0) {
                    tell(payers.get(i), StatementNotes.withoutTariff(month.meter()));
                }
            }
            return;
        }
        isProvisional |= step.provisional() || step.unpriced() > 0;
        CommonShares shares = CommonShares.of(policy.shares(), month, division.owners(), payers, measure);
        shares.unmeasured().forEach(payer -> tell(payer, StatementNotes.unmeasured(policy.shares())));
        List<AccountLine> all = new AccountLines(month, step, shares).all();
        for (int i = 0; i < payers.size(); i++) {
            if (!isNothing(all.get(i))) {
                Objects.requireNonNull(lines.get(payers.get(i))).add(all.get(i));
            }
        }
    }

    private static boolean isNothing(AccountLine line) {
        return line.bands().isEmpty()
                && line.share().quantity() == 0
                && line.fixed().signum() == 0
                && Stream.of(line.demand(), line.amount()).allMatch(amount -> amount == null || amount.signum() == 0);
    }

    /** Nobody knows what was used in a month before the first reading, or between two that are far apart. */
    private void tellUnread() {
        if (division.totals().isEmpty()) {
            isProvisional = true;
            division.payers().forEach(payer -> tell(payer, StatementNotes.unread()));
        }
    }

    /** A rest that is negative is told with its cause, on the house's statement. */
    private void tellRests() {
        for (Meter.Medium medium : Meter.Medium.values()) {
            EnergyFlow.of(new MeterTree(site, medium), division.totals()).nodes().stream()
                    .flatMap(node -> Stream.ofNullable(node.cause()))
                    .forEach(cause -> tell(MeterOwners.COMMON, cause.text()));
        }
    }

    private void tell(String payer, BilingualText note) {
        List<BilingualText> told = Objects.requireNonNull(notes.get(payer));
        if (!told.contains(note)) {
            told.add(note);
        }
    }

    private CostStatement statement(String payer) {
        List<OwnedMeter> owned = division.shown().stream()
                .filter(row -> row.payer().equals(payer))
                .toList();
        List<RegisterLine> shown = owned.stream()
                .map(this::register)
                .filter(line -> line.from() != null || line.quantity() != 0)
                .toList();
        shown.stream()
                .filter(line -> line.from() != null && !line.goesOn())
                .forEach(line -> tell(payer, StatementNotes.discontinued(line.meter())));
        List<AccountLine> accounts = Objects.requireNonNull(lines.get(payer));
        BigDecimal net = sum(accounts);
        Currency currency = Currency.getInstance(site.currency());
        BigDecimal percent = payer.equals(MeterOwners.COMMON) ? BigDecimal.ZERO : policy.taxPercent();
        BigDecimal tax =
                net == null ? null : MoneyRounding.of(net.multiply(percent).divide(HUNDRED), currency);
        return new CostStatement(
                payer,
                shown,
                accounts,
                net,
                percent,
                tax,
                net == null || tax == null ? null : net.add(tax),
                isProvisional,
                owned.stream().anyMatch(division::isEstimated),
                Objects.requireNonNull(notes.get(payer)));
    }

    private @Nullable BigDecimal sum(List<AccountLine> accounts) {
        BigDecimal sum = MoneyRounding.of(BigDecimal.ZERO, Currency.getInstance(site.currency()));
        for (AccountLine account : accounts) {
            BigDecimal amount = account.amount();
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return sum;
    }

    private RegisterLine register(OwnedMeter row) {
        Map<Instant, RegisterPoint> points = registers.getOrDefault(row.meter(), Map.of());
        return new RegisterLine(
                Objects.requireNonNull(site.meters().get(row.meter())),
                points.get(division.edge(row.from())),
                points.get(division.edge(row.until())),
                division.quantity(row),
                row.isOff());
    }
}
