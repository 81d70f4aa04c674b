package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;

/** What a payload turned out to be: a message, or a {@link PayloadFault}, or both, or neither. */
sealed interface PayloadResult
        permits PayloadResult.ValidPayload, PayloadResult.FuturePayload, PayloadResult.EmptyPayload, PayloadFault {
    /** Hands this to the method of its kind. */
    void accept(PayloadVisitor visitor);

    /** The same of a packet that its device has sent again. */
    default PayloadResult sentAgain() {
        return this;
    }

    /** One method for each kind: a kind that somebody forgets does not compile. */
    interface PayloadVisitor {
        void good(ValidPayload good);

        void ahead(FuturePayload ahead);

        void nothing();

        void fault(PayloadFault fault);
    }

    record ValidPayload(MessageStamp stamp, Message message, String body) implements PayloadResult {
        @Override
        public void accept(PayloadVisitor visitor) {
            visitor.good(this);
        }

        /**
         * A message that is sent again and does not say when it was made is of unknown age, like a retained one: it opens
         * nothing.
         */
        @Override
        public PayloadResult sentAgain() {
            return stamp.at() == null ? new ValidPayload(stamp.ofUnknownAge(), message, body) : this;
        }
    }

    /** A swipe from a clock that is too far ahead: a bad payload, but somebody stands at the door and is answered. */
    record FuturePayload(ValidPayload swipe) implements PayloadResult {
        @Override
        public void accept(PayloadVisitor visitor) {
            visitor.ahead(this);
        }
    }

    /** By an empty payload a client takes back what a broker has retained; it says nothing. */
    enum EmptyPayload implements PayloadResult {
        SAID;

        @Override
        public void accept(PayloadVisitor visitor) {
            visitor.nothing();
        }
    }
}
