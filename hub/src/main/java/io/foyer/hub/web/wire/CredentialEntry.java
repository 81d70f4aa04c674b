package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credential as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialEntry(
        CredentialType type,
        @Schema(description = "The value; `****` for a PIN") String value,
        @Schema(pattern = Id.PATTERN) String member,
        Status status,
        @Nullable Instant until) {
    private static final String HIDDEN = "****";

    /** Says whether a door takes the credential. */
    public enum Status {
        ACTIVE,
        BLOCKED
    }

    public static CredentialEntry of(Credential credential) {
        Credential.CredentialKey key = credential.key();
        return new CredentialEntry(
                key.type(),
                key.type() == CredentialType.PIN ? HIDDEN : key.value(),
                credential.member(),
                credential.blocked() ? Status.BLOCKED : Status.ACTIVE,
                credential.until());
    }
}
