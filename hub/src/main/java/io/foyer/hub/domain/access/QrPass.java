package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The content of a genuine QR code. The edge has checked the signature. */
public sealed interface QrPass {
    /** The member's credential behind this pass. Null where the pass belongs to no member, or the member is gone. */
    @Nullable Credential credential(Credential.CredentialKey shown, Doorkeeper keeper);

    /** The visit of this pass. Null where the pass belongs to no visit, or the id now names another visit. */
    @Nullable Visit visit(Doorkeeper keeper);

    /** The pass of a visit. It is good in the window of the visit. */
    record VisitPass(String visit, Instant issued) implements QrPass {
        @Override
        public @Nullable Credential credential(Credential.CredentialKey shown, Doorkeeper keeper) {
            return null;
        }

        @Override
        public @Nullable Visit visit(Doorkeeper keeper) {
            Visit found = keeper.visit(visit);
            return found != null && found.issued().equals(issued) ? found : null;
        }
    }

    /**
     * The pass of a member, shown on the member's screen. {@code until} is the first instant at which it no longer
     * counts.
     */
    record MemberPass(String member, Instant until) implements QrPass {
        @Override
        public @Nullable Credential credential(Credential.CredentialKey shown, Doorkeeper keeper) {
            return keeper.knows(member) ? new Credential(shown, member, false, until) : null;
        }

        @Override
        public @Nullable Visit visit(Doorkeeper keeper) {
            return null;
        }
    }
}
