package io.foyer.hub.web.wire;

import io.foyer.hub.domain.Change.Audited;
import java.time.Instant;

/** What a person did. */
public record AuditEntry(Instant at, String actor, String action, String subject, String detail) {

    public static AuditEntry of(Audited audited) {
        return new AuditEntry(audited.at(), audited.actor(), audited.action(), audited.subject(), audited.detail());
    }
}
