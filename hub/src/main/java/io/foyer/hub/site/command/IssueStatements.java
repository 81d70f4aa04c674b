package io.foyer.hub.site.command;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.StatementChange.StatementRecord;
import io.foyer.hub.domain.statement.IssuedStatement;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Issues statements of a month: keeps each as it was told to who asked. */
public record IssueStatements(YearMonth month, List<IssuedStatement> statements) implements Command {
    private static final int LONGEST_DETAIL = 1_000;

    public IssueStatements {
        statements = List.copyOf(statements);
    }

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return null;
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        String detail = statements.stream()
                .map(one -> one.payer() + " version " + one.version())
                .collect(Collectors.joining(", "));
        return new TrailEntry(
                "issue-statements", month.toString(), detail.substring(0, Math.min(LONGEST_DETAIL, detail.length())));
    }

    /** Memory holds no statements: they come from the store. */
    @Override
    public Transition<IssuedStatement> transition(CommandContext context, String actor) {
        List<Change> changes =
                statements.stream().<Change>map(StatementRecord::new).toList();
        return Transition.permission(RecordKey.statements(month), null, changes, () -> {}, () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
