package io.foyer.hub.site;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import java.util.function.UnaryOperator;

/**
 * Sees to it that no PIN and no unread QR code comes into a site: PINs are sealed, and of a QR code the site gets what it
 * says, if it is genuine.
 */
public record CredentialRecognition(QrPasses passes, SealedPins pins) {

    /** With the hub's secret: whoever has it can make passes and try PINs. */
    public static CredentialRecognition with(HubSeal seal) {
        return new CredentialRecognition(new QrPasses(seal), new SealedPins(seal));
    }

    Message of(String site, Message message, UnaryOperator<Credential.CredentialKey> registered) {
        Message.CardSwipe swipe = message.asSwipe();
        return swipe == null ? message : of(site, swipe, registered);
    }

    /**
     * The swipe as a site may know it.
     *
     * @param registered gives the key under which a credential is kept that a reader may write otherwise: the PIN beside
     *     it is sealed for that one
     */
    Message.CardSwipe of(String site, Message.CardSwipe swipe, UnaryOperator<Credential.CredentialKey> registered) {
        Credential.CredentialKey key = pins.shown(site, swipe.type(), swipe.credential());
        return new Message.CardSwipe(
                key.value(),
                swipe.type(),
                swipe.direction(),
                swipe.pin() == null ? null : pins.beside(site, registered.apply(key), swipe.pin()),
                swipe.decided(),
                swipe.type() == CredentialType.QR ? passes.read(site, swipe.credential()) : null);
    }
}
