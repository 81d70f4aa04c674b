package io.foyer.hub.store;

import io.foyer.hub.domain.access.Credential;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cards that stand beside each other in older tables though some reader might take one for the other, which is refused
 * today. Mostly they are one card that two readers write differently. All are kept; but what shuts one of them shuts the
 * others, or a card that was reported lost would still open where it is read the other way. The trail has a row for each.
 */
final class Lookalikes {
    private final CredentialRows rows;
    private final Map<Credential.Key, Credential> registered = new LinkedHashMap<>();
    private final Map<Credential.Key, Set<Credential>> alike = new LinkedHashMap<>();

    private Lookalikes(CredentialRows rows) throws SQLException {
        this.rows = rows;
        rows.all().forEach(credential -> registered.put(credential.key(), credential));
        registered.values().forEach(this::pair);
    }

    private void pair(Credential credential) {
        for (Credential.Key key : credential.key().lookalikes()) {
            Credential other = registered.get(key);
            if (other != null) {
                alike.computeIfAbsent(credential.key(), any -> new LinkedHashSet<>())
                        .add(other);
                alike.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(credential);
            }
        }
    }

    static void shutTogether(Connection connection) throws SQLException {
        for (CredentialRows rows : CredentialRows.ofEachSite(connection)) {
            new Lookalikes(rows).shutTogether();
        }
    }

    private void shutTogether() throws SQLException {
        List<Credential> before = new ArrayList<>();
        List<Credential> after = new ArrayList<>();
        for (Credential credential : registered.values()) {
            Set<Credential> others = alike.getOrDefault(credential.key(), Set.of());
            Credential shut = shut(credential, others);
            if (!shut.equals(credential)) {
                before.add(credential);
                after.add(shut);
            }
            for (Credential other : others) {
                rows.audit("find-lookalike", credential.key(), detail(credential, other));
            }
        }
        rows.replace(before, after);
    }

    private static Credential shut(Credential credential, Set<Credential> others) {
        return new Credential(
                credential.key(),
                credential.member(),
                credential.blocked() || others.stream().anyMatch(Credential::blocked),
                CanonicalForms.firstEnd(Stream.concat(Stream.of(credential), others.stream())),
                credential.pin());
    }

    private static String detail(Credential credential, Credential other) {
        return "a reader might take this one of " + credential.member() + " for "
                + other.key().ending() + " of " + other.member() + ": remove one of them"
                + (shut(credential, Set.of(other)).equals(credential) ? "" : "; this one is shut as that one is");
    }
}
