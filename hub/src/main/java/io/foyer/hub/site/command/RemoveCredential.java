package io.foyer.hub.site.command;

import io.foyer.hub.domain.PeopleChange;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a credential away. */
public record RemoveCredential(Credential.CredentialKey key) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Credential.CredentialKey registered = registered(context);
        Credential clash = context.credentials().clash(registered);
        if (clash == null) {
            boolean exists = context.credentials().credential(registered) != null;
            return exists ? null : new Reply.MissingThing("credential");
        }
        return new FieldCheck(context)
                .wrong("value", CredentialLookup.lookalike(clash.key().value()))
                .reply();
    }

    private Credential.CredentialKey registered(CommandContext context) {
        return context.credentials().registered(key, null);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("remove-credential", registered(context).ending());
    }

    @Override
    public Transition<Credential> transition(CommandContext context, String actor) {
        Doorkeeper keeper = context.doorkeeper();
        Credential.CredentialKey registered = registered(context);
        return Transition.restriction(
                RecordKey.credential(registered),
                null,
                List.of(new PeopleChange.CredentialRemoval(registered)),
                () -> keeper.remove(registered),
                Transition.backTo(keeper.credential(registered), context.entitlements()::put));
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
