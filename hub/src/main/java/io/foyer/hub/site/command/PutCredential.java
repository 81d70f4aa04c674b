package io.foyer.hub.site.command;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.definition.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * Registers a credential, or replaces one.
 *
 * @param keepsPin true where the credential keeps the PIN that it has, if it stays with its member
 */
public record PutCredential(Credential credential, boolean keepsPin) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Credential named = registered(context);
        FieldCheck check = new FieldCheck(context).member("member", named.member());
        Credential before = context.credentials().credential(named.key());
        if (before == null) {
            Credential clash = context.credentials().first(named.key().lookalikes().stream());
            if (clash != null) {
                check.wrong("value", CredentialLookup.lookalike(clash.key().value()));
            }
        } else if (named.key().type() == CredentialType.PIN && !before.member().equals(named.member())) {
            check.wrong("value", new BilingualText("请换一个密码", "choose another PIN"));
        }
        return check.reply();
    }

    /** The credential under its registered key. A credential with a new PIN keeps the key that the person wrote. */
    private Credential registered(CommandContext context) {
        if (credential.pin() != null) {
            return credential;
        }
        Credential.CredentialKey key = context.credentials().registered(credential.key(), credential.member());
        return new Credential(key, credential.member(), credential.blocked(), credential.until());
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("put-credential", registered(context).key().ending());
    }

    @Override
    public Transition<Credential> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Credential named = registered(context);
        Credential after = keepsPin ? context.credentials().withKeptPin(named) : named;
        Credential before = keeper.credential(after.key());
        return Transition.replacement(
                RecordKey.credential(after.key()),
                new PeopleChange.CredentialUpdate(after),
                before,
                after.blocked() ? after : before == null ? null : before.and(after),
                after,
                context.entitlements()::put,
                () -> keeper.remove(after.key()));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
