package io.foyer.hub.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * What the door hears.
 *
 * @param member whose credential it was, or null where it is nobody's
 * @param person who would be passing: the member, or a visit's visitor; null where it is nobody
 * @param membership the one that spoke, or null
 * @param passedBack true where it was granted though anti-passback would have noted it
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
