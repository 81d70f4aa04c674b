package io.foyer.hub.web.api;

import io.foyer.hub.domain.statement.CostStatement;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.Settlement;
import io.foyer.hub.site.Archive;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.IssueStatements;
import io.foyer.hub.web.wire.Json;
import io.foyer.hub.web.wire.StatementEntry;
import io.foyer.hub.web.wire.StatementEntry.Frame;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints for what tenants owe. Once a month is over and all its prices are known, a statement that somebody asks for is
 * issued: kept with a version. One that would say something else than the newest version gets the next.
 */
final class StatementEndpoints {
    private static final String WORDS =
            "The house's own part is the tenant `common`; the statements of a month add up to the bills of its main meters,"
                    + " before tax. After the month a statement is issued when it is first asked for, and anew, as the next"
                    + " version, when it would say something else: a late reading or another price. A browser that asks"
                    + " for text/html is shown a page.";
    private static final Parameter MONTH = Parameter.text("month", "Such as 2026-11; the running month unless told")
            .with("pattern", "^\\d{4}-\\d{2}$");

    /** A month whose data never rest cannot fill the store. */
    private static final int MOST_VERSIONS = 1_000;

    private final SiteDirectory directory;
    private final Archive archive;
    private final SharedWork<MonthAnswer> issues = new SharedWork<>();

    /** A month's statements, or why they cannot be told. */
    private record MonthAnswer(
            List<StatementEntry> statements, @Nullable ApiAnswer refusal) {
        static MonthAnswer of(List<StatementEntry> statements) {
            return new MonthAnswer(statements, null);
        }
    }

    StatementEndpoints(SiteDirectory directory, Archive archive) {
        this.directory = directory;
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/statements",
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "What each tenant owes for a month; as CSV the month's export for an accounting system")
                        .describedAs(WORDS)
                        .takes(MONTH, CsvAnswer.FORMAT)
                        .responds(
                                Response.done(Content.list(StatementEntry.class).withPage()))
                        .handledBy(this::month),
                Operation.ofSite(
                                HttpMethod.GET,
                                "/energy/statements/{tenant}",
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "What a tenant owes for a month")
                        .describedAs(WORDS)
                        .takes(
                                Parameter.text("tenant", "The company's name, or common"),
                                MONTH,
                                Parameter.number("version", "An earlier version, as it was issued", 1, 1_000_000),
                                CsvAnswer.FORMAT)
                        .responds(
                                Response.done(Content.one(StatementEntry.class).withPage()))
                        .handledBy(this::tenant));
    }

    private Future<ApiAnswer> month(ApiCall call) {
        YearMonth month = asked(call);
        boolean asCsv = CsvAnswer.isAsked(call);
        return call.answer(() -> issued(
                call,
                month,
                all -> asCsv
                        ? StatementSheet.answer(call.site() + "-statements-" + month, all)
                        : ApiAnswer.ok(ItemList.all(all))));
    }

    private Future<ApiAnswer> tenant(ApiCall call) {
        YearMonth month = asked(call);
        boolean asCsv = CsvAnswer.isAsked(call);
        String tenant = call.fields().text("tenant", call.path("tenant"));
        boolean isOld = call.query("version") != null;
        int version = call.fields().number("version", call.query("version"), 1, 1, 1_000_000);
        Function<StatementEntry, ApiAnswer> answer = entry -> asCsv
                ? StatementSheet.answer(call.site() + "-statement-" + month, List.of(entry))
                : ApiAnswer.ok(entry);
        return call.answer(() -> isOld
                ? StoreFault.of(archive.statements().version(call.site(), tenant, month, version))
                        .map(found -> found.map(StatementEndpoints::read)
                                .map(answer)
                                .orElseGet(() -> ApiAnswer.missing("version " + version + " of this statement")))
                : issued(call, month, all -> all.stream()
                        .filter(entry -> entry.tenant().equals(tenant))
                        .findFirst()
                        .map(answer)
                        .orElseGet(() -> ApiAnswer.missing("tenant " + tenant + " in " + month))));
    }

    private static YearMonth asked(ApiCall call) {
        MonthQuery month = MonthQuery.of(call);
        if (month.hasNotBegun()) {
            call.fields().wrong("month", "该月尚未开始", "has not begun");
        } else if (month.asked() == null) {
            call.fields().wrong("month", "2000 年以后的月份，例如 2026-11", "must be a month since 2000 such as 2026-11");
        }
        return Objects.requireNonNullElse(month.asked(), month.running());
    }

    /** The statements of a month. One request at a time issues them, so that all who ask are told what is kept. */
    private Future<ApiAnswer> issued(ApiCall call, YearMonth month, Function<List<StatementEntry>, ApiAnswer> answer) {
        return issues.of(call.site() + " " + month, () -> told(call, month))
                .map(found -> found.refusal() == null ? answer.apply(found.statements()) : found.refusal());
    }

    /** Those that say something new are issued first. */
    private Future<MonthAnswer> told(ApiCall call, YearMonth month) {
        MonthStatements statements = new MonthStatements(archive, call, month);
        Frame frame = new Frame(
                month.toString(),
                statements.from(),
                statements.to(),
                call.definition().currency(),
                call.definition().billing().shares(),
                statements.isRunning());
        return statements
                .all()
                .compose(all -> all.stream().anyMatch(CostStatement::isProvisional) || frame.isRunning()
                        ? Future.succeededFuture(MonthAnswer.of(all.stream()
                                .map(one -> StatementEntry.of(one, frame))
                                .toList()))
                        : StoreFault.of(archive.statements().newest(call.site(), month))
                                .compose(newest -> issued(call, month, entries(all, newest, frame), newest)));
    }

    /** A tenant who was told to owe something, and owes nothing by now, is told so. */
    private static List<StatementEntry> entries(
            List<CostStatement> all, Map<String, IssuedStatement> newest, Frame frame) {
        List<StatementEntry> entries = new ArrayList<>(
                all.stream().map(one -> StatementEntry.of(one, frame)).toList());
        newest.keySet().stream()
                .filter(payer -> all.stream().noneMatch(one -> one.payer().equals(payer)))
                .sorted()
                .forEach(payer ->
                        entries.add(0, StatementEntry.of(Settlement.ofNothing(payer, frame.currency()), frame)));
        return entries;
    }

    private Future<MonthAnswer> issued(
            ApiCall call, YearMonth month, List<StatementEntry> entries, Map<String, IssuedStatement> newest) {
        Instant now = call.now().truncatedTo(ChronoUnit.MICROS);
        List<StatementEntry> told = new ArrayList<>();
        List<IssuedStatement> fresh = new ArrayList<>();
        for (StatementEntry entry : entries) {
            String hash = StatementSheet.hash(entry);
            IssuedStatement before = newest.get(entry.tenant());
            if (before != null && before.hash().equals(hash)) {
                told.add(entry.issued(before.version(), before.issued()));
            } else if (before != null && before.version() >= MOST_VERSIONS) {
                told.add(entry);
            } else {
                StatementEntry next = entry.issued(before == null ? 1 : before.version() + 1, now);
                told.add(next);
                fresh.add(record(next, month, hash, now));
            }
        }
        return fresh.isEmpty()
                ? Future.succeededFuture(MonthAnswer.of(told))
                : directory
                        .change(
                                call.site(),
                                new IssueStatements(month, fresh),
                                call.session().user())
                        .map(reply -> ApiAnswer.of(reply, Map.of()))
                        .map(kept -> kept.status() < 300 ? MonthAnswer.of(told) : new MonthAnswer(List.of(), kept));
    }

    private static IssuedStatement record(StatementEntry entry, YearMonth month, String hash, Instant at) {
        return new IssuedStatement(
                entry.tenant(), month, Objects.requireNonNull(entry.version()), at, hash, Json.text(entry));
    }

    private static StatementEntry read(IssuedStatement issued) {
        return Json.own(issued.body(), StatementEntry.class);
    }
}
