package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.definition.Plan;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request, judged by one membership or by a visit, with what the site knows at that moment. A part that the request
 * does not have is null.
 */
record AccessCase(
        Doorkeeper keeper,
        AccessRequest request,
        Route way,
        @Nullable Credential credential,
        @Nullable Visit visit,
        @Nullable Membership membership,
        @Nullable Plan plan) {
    /** A swipe that is older opens no door. */
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    SiteDefinition definition() {
        return keeper.definition();
    }

    Instant at() {
        return request.at();
    }

    LocalDate today() {
        return request.local().toLocalDate();
    }

    /** True on the way in. To leave needs no membership: the hub locks nobody in. */
    boolean isEntry() {
        return request.direction() == Direction.IN;
    }

    /** True where somebody leaves while an emergency holds the doors open. Then the hub asks nothing. */
    boolean isReleased() {
        return !isEntry() && keeper.doors().release() != null;
    }

    boolean isUnknownDoor() {
        return request.door() == null;
    }

    boolean isDisabled() {
        Door door = request.door();
        return door != null
                && (door.mode() == Door.DoorUse.DISABLED
                        || (isEntry() && keeper.doors().modes().isLocked(door.id(), at())));
    }

    boolean isStale() {
        return request.age().abs().compareTo(STALE_AFTER) > 0;
    }

    /**
     * A door that is locked for PINs is so on the way out too. An exit that told right PINs from wrong ones would give
     * away every PIN in time.
     */
    boolean isLockedOut() {
        if (keeper.attempts().isEmpty()) {
            return false;
        }
        boolean card = isEntry() && credential != null && isLocked(PinAttempts.credential(credential.key()));
        boolean door = request.credential().type() == CredentialType.PIN
                && request.door() != null
                && isLocked(PinAttempts.door(request.door().id()));
        return card || door;
    }

    private boolean isLocked(String subject) {
        return keeper.attempts().isLocked(subject, definition().access(), at());
    }

    boolean isUnknown() {
        return credential == null && visit == null;
    }

    boolean isBlocked() {
        return credential != null && credential.blocked();
    }

    boolean isCredentialOver() {
        boolean visitOver = isEntry() && visit != null && visit.isOver(at());
        return visitOver || (credential != null && credential.until() != null && !at().isBefore(credential.until()));
    }

    boolean isKeptOut() {
        return isEntry()
                && keeper.doors().lockdown() != null
                && request.door() != null
                && (plan == null || !request.door().lockdownPass().contains(plan.id()));
    }

    boolean needsPin() {
        return isEntry() && request.door() != null && request.door().pin();
    }

    boolean hasNoPin() {
        return needsPin() && request.pin() == null;
    }

    /**
     * Without a PIN on the credential no PIN is right. A door for card and PIN stays shut; a card alone does not open
     * it.
     */
    boolean isPinWrong() {
        return needsPin() && (credential == null || !credential.hasPin(request.pin()));
    }

    @Nullable String member() {
        return credential == null ? null : credential.member();
    }
}
