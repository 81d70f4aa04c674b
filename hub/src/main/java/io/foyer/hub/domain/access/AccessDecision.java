package io.foyer.hub.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * The answer at the door.
 *
 * @param member the holder of the credential, or null where nobody holds it
 * @param person who wants to pass: the member, or the visitor of a visit; null where the hub knows nobody
 * @param membership the membership that gave the answer, or null
 * @param passedBack true where the door opens although soft anti-passback must note the passage
 */
public record AccessDecision(
        AccessReason reason,
        @Nullable String member,
        @Nullable String person,
        @Nullable Membership membership,
        boolean passedBack) {
    public AccessOutcome outcome() {
        return reason == AccessReason.GRANTED ? AccessOutcome.GRANTED : AccessOutcome.DENIED;
    }
}
