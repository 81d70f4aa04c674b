package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Stamp;

/** What a payload turned out to be: a message, or a {@link Fault}. */
sealed interface Decoded permits Decoded.Good, Fault {
    record Good(Stamp stamp, Message message, String body) implements Decoded {}
}
