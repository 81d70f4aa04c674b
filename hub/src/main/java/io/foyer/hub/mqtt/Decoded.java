package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Stamp;

/** What a payload turned out to be: a message, or a {@link Fault}, or both, or neither. */
sealed interface Decoded permits Decoded.Good, Decoded.Ahead, Decoded.Nothing, Fault {
    record Good(Stamp stamp, Message message, String body) implements Decoded {}

    /** A swipe from a clock that is too far ahead: a bad payload, but somebody stands at the door and is answered. */
    record Ahead(Good swipe) implements Decoded {}

    /** By an empty payload a client takes back what a broker has retained; it says nothing. */
    enum Nothing implements Decoded {
        SAID
    }
}
