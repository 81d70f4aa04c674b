package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Stamp;

/** What a payload turned out to be: a message, or a {@link Fault}, or both, or neither. */
sealed interface Decoded permits Decoded.Good, Decoded.Ahead, Decoded.Nothing, Fault {
    /** Hands this to the method of its kind. */
    void accept(Visitor visitor);

    /** The same of a packet that its device has sent again. */
    default Decoded sentAgain() {
        return this;
    }

    /** One method for each kind: a kind that somebody forgets does not compile. */
    interface Visitor {
        void good(Good good);

        void ahead(Ahead ahead);

        void nothing();

        void fault(Fault fault);
    }

    record Good(Stamp stamp, Message message, String body) implements Decoded {
        @Override
        public void accept(Visitor visitor) {
            visitor.good(this);
        }

        /**
         * A message that is sent again and does not say when it was made is of unknown age, like a retained one: it opens
         * nothing.
         */
        @Override
        public Decoded sentAgain() {
            return stamp.at() == null ? new Good(stamp.ofUnknownAge(), message, body) : this;
        }
    }

    /** A swipe from a clock that is too far ahead: a bad payload, but somebody stands at the door and is answered. */
    record Ahead(Good swipe) implements Decoded {
        @Override
        public void accept(Visitor visitor) {
            visitor.ahead(this);
        }
    }

    /** By an empty payload a client takes back what a broker has retained; it says nothing. */
    enum Nothing implements Decoded {
        SAID;

        @Override
        public void accept(Visitor visitor) {
            visitor.nothing();
        }
    }
}
