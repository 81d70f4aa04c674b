package io.foyer.hub.domain.statement;

/** Takes the statements that are issued. */
public interface StatementChanges {
    /** A statement that is kept as it is. */
    void issued(IssuedStatement statement);
}
