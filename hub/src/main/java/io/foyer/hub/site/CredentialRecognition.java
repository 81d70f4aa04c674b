package io.foyer.hub.site;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import java.util.function.UnaryOperator;

/**
 * Keeps plain PINs and unread QR codes out of the sites. A site gets a PIN sealed, and gets the content of a QR code
 * only where the code is genuine.
 */
public record CredentialRecognition(QrPasses passes, SealedPins pins) {

    /** Recognition with the hub's secret. Whoever has the secret can make passes and try PINs. */
    public static CredentialRecognition with(HubSeal seal) {
        return new CredentialRecognition(new QrPasses(seal), new SealedPins(seal));
    }

    Message of(String site, Message message, UnaryOperator<Credential.CredentialKey> registered) {
        Message.CardSwipe swipe = message.asSwipe();
        return swipe == null ? message : of(site, swipe, registered);
    }

    /**
     * The swipe in the form that a site may have.
     *
     * @param registered gives the registered key of a credential that a reader wrote in another way. The PIN beside the
     *     credential is sealed for the registered key
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
