package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;

/** The result of decoding: a message, a {@link PayloadFault}, both, or neither. */
sealed interface PayloadResult
        permits PayloadResult.ValidPayload, PayloadResult.FuturePayload, PayloadResult.EmptyPayload, PayloadFault {
    /** Hands this result to the method of its kind. */
    void accept(PayloadVisitor visitor);

    /** The result for a packet that its device sends again. */
    default PayloadResult sentAgain() {
        return this;
    }

    /** One method for each kind of result. The compiler finds a kind that somebody forgets. */
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
         * A message without a time is of unknown age when its device sends it again, like a retained message. It opens
         * no door.
         */
        @Override
        public PayloadResult sentAgain() {
            return stamp.at() == null ? new ValidPayload(stamp.ofUnknownAge(), message, body) : this;
        }
    }

    /**
     * A swipe from a clock that is too far ahead. The payload is bad, but a person waits at the door and gets an
     * answer.
     */
    record FuturePayload(ValidPayload swipe) implements PayloadResult {
        @Override
        public void accept(PayloadVisitor visitor) {
            visitor.ahead(this);
        }
    }

    /** A client removes a retained message from a broker with an empty payload. Such a payload says nothing. */
    enum EmptyPayload implements PayloadResult {
        SAID;

        @Override
        public void accept(PayloadVisitor visitor) {
            visitor.nothing();
        }
    }
}
