package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.BilingualText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credentials of a site with all pending changes. A reader may write the same card in several ways. */
public final class CredentialLookup {
    private final Doorkeeper keeper;
    private final PendingState pending;

    CredentialLookup(Doorkeeper keeper, PendingState pending) {
        this.keeper = keeper;
        this.pending = pending;
    }

    /** The credential with all pending changes; null where it will not exist. */
    @Nullable Credential credential(Credential.CredentialKey key) {
        return pending.value(RecordKey.credential(key), keeper.credential(key));
    }

    /** The credential in force for which a reader takes this key; null where there is none. */
    @Nullable Credential shown(Credential.CredentialKey key) {
        return keeper.shown(key);
    }

    /**
     * The key under which a credential is registered. A person may name a card by any reading of it.
     *
     * @param member the member to whom the credential must belong, or null for any
     * @return {@code named} where the credential is registered so, or is not registered
     */
    Credential.CredentialKey registered(Credential.CredentialKey named, @Nullable String member) {
        boolean isOther = credential(named) == null && keeper.clash(named) != null;
        Credential shown = isOther ? keeper.shown(named) : null;
        return shown == null || (member != null && !member.equals(shown.member())) ? named : shown.key();
    }

    /** Another registered credential that a reader might take for this one; null where there is none. */
    @Nullable Credential clash(Credential.CredentialKey key) {
        return keeper.clash(key);
    }

    /** The first of these credentials that exists after all pending changes; null where none does. */
    @Nullable Credential first(Stream<Credential.CredentialKey> keys) {
        return keys.flatMap(key -> Stream.ofNullable(credential(key)))
                .findFirst()
                .orElse(null);
    }

    /** The credential with the PIN that it has already, where it stays with its member. */
    Credential withKeptPin(Credential credential) {
        Credential before = credential(credential.key());
        return before != null && before.member().equals(credential.member())
                ? credential.withPin(before.pin())
                : credential;
    }

    /** The objection to a credential that a reader might take for {@code other}. */
    static BilingualText lookalike(String other) {
        return new BilingualText(
                "读卡器可能把它认作已登记的 " + other + "，请使用该卡号",
                "a reader might take it for the registered credential " + other
                        + ": use that number, or remove that credential");
    }

    /** The objection to a credential that another member holds. */
    static BilingualText heldBy(String member) {
        return new BilingualText(
                "已登记给成员 " + member + "：如要改归他人，请先删除该凭证或单独改登记",
                "is registered for member " + member
                        + ": to give it to another member, remove it first, or write it with a request of its own");
    }
}
