package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Stamp;

/** What the fields of a payload mean: a message, or a {@link Fault}. */
sealed interface Meaning permits Meaning.Is, Fault {
    /**
     * The whole payload, decoded.
     *
     * @param body the payload as it came; a PIN in it is masked here
     */
    Decoded decoded(Stamp stamp, String body);

    record Is(Message message) implements Meaning {
        @Override
        public Decoded decoded(Stamp stamp, String body) {
            Decoded.Good good = new Decoded.Good(stamp, message, PinMask.in(body));
            return stamp.isAhead() ? new Decoded.Ahead(good) : good;
        }
    }
}
