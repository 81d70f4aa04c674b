package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;

/** The meaning of a payload's fields: a message, or a {@link PayloadFault}. */
sealed interface FieldMeaning permits FieldMeaning.MessageMeaning, PayloadFault {
    /**
     * The whole payload, decoded.
     *
     * @param body the payload as it came; this method masks a PIN in it
     */
    PayloadResult decoded(MessageStamp stamp, String body);

    record MessageMeaning(Message message) implements FieldMeaning {
        @Override
        public PayloadResult decoded(MessageStamp stamp, String body) {
            PayloadResult.ValidPayload good = new PayloadResult.ValidPayload(stamp, message, PinMask.in(body));
            return stamp.isAhead() ? new PayloadResult.FuturePayload(good) : good;
        }
    }
}
