package io.foyer.hub.site;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.Credential;

/**
 * Sees to it that no PIN and no unread QR code comes into a site: PINs are sealed, and of a QR code the site gets what it
 * says, if it is genuine.
 */
public record Recognition(Passes passes, Pins pins) {

    /**
     * With the hub's secret.
     *
     * @param secret random, at least 32 bytes; whoever has it can make passes and try PINs
     */
    public static Recognition with(byte[] secret) {
        Seal seal = new Seal(secret);
        return new Recognition(new Passes(seal), new Pins(seal));
    }

    Message of(String site, Message message) {
        return message instanceof Message.Swipe swipe ? of(site, swipe) : message;
    }

    Message.Swipe of(String site, Message.Swipe swipe) {
        Credential.Key key = pins.key(site, swipe.type(), swipe.credential());
        return new Message.Swipe(
                key.value(),
                swipe.type(),
                swipe.direction(),
                swipe.pin() == null ? null : pins.beside(site, key, swipe.pin()),
                swipe.decided(),
                swipe.type() == CredentialType.QR ? passes.read(site, swipe.credential()) : null);
    }
}
