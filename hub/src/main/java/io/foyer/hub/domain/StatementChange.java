package io.foyer.hub.domain;

import io.foyer.hub.domain.statement.IssuedStatement;

/** What was told to tenants about their costs. */
public sealed interface StatementChange extends Change {

    /** A statement that is kept as it was issued. A version that is kept already stays as it is. */
    record StatementRecord(IssuedStatement statement) implements StatementChange {
        @Override
        public void accept(ChangeVisitor changes) {
            changes.statements().issued(statement);
        }
    }
}
