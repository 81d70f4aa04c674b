package io.foyer.hub.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a genuine QR code says. Its signature has been checked before it comes here. */
public sealed interface QrPass {
    /** The member's credential that was shown with this pass; null where the pass is no member's, or nobody's any more. */
    @Nullable Credential credential(Credential.CredentialKey shown, Doorkeeper keeper);

    /** The visit for which this pass was made; null where it was made for none, or the visit is another one by now. */
    @Nullable Visit visit(Doorkeeper keeper);

    /** Of a visit, good for the visit's window. */
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

    /** Of a member, shown on their own screen. {@code until} is the first instant at which it no longer counts. */
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
