package io.foyer.hub.web.wire;

import io.foyer.hub.domain.Change.AuditRecord;
import java.time.Instant;

/** An act of a person. */
public record AuditEntry(Instant at, String actor, String action, String subject, String detail) {

    public static AuditEntry of(AuditRecord audited) {
        return new AuditEntry(audited.at(), audited.actor(), audited.action(), audited.subject(), audited.detail());
    }
}
