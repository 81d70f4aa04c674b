package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A credential of a file.
 *
 * @param lookalikes the values of other credentials for which a reader might take this one, separated by blanks. As
 *     keys they would take several times the memory
 */
public record FileCredential(Credential credential, String lookalikes) {

    public static FileCredential of(Credential credential) {
        return new FileCredential(
                credential,
                credential.key().lookalikes().stream()
                        .map(Credential.CredentialKey::value)
                        .collect(Collectors.joining(" ")));
    }

    /** The keys of other credentials for which a reader might take this one. */
    public Stream<Credential.CredentialKey> others() {
        return lookalikes.isEmpty()
                ? Stream.empty()
                : Stream.of(lookalikes.split(" "))
                        .map(value ->
                                new Credential.CredentialKey(credential.key().type(), value));
    }
}
