package io.foyer.hub.mqtt;

import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.definition.Code;

/** Why the hub cannot use a payload. */
enum PayloadFault implements PayloadResult, FieldMeaning {
    TOO_LARGE,
    INVALID_UTF8,
    NOT_JSON,
    WRONG_TYPE,
    OUT_OF_RANGE,
    MISSING_FIELD,
    BAD_TEXT,
    BAD_TIME,
    /** The contract does not know this topic of the device. */
    UNKNOWN_TOPIC,
    /** A device of this kind does not send this payload. */
    WRONG_KIND;

    @Override
    public PayloadResult decoded(MessageStamp stamp, String body) {
        return this;
    }

    @Override
    public void accept(PayloadVisitor visitor) {
        visitor.fault(this);
    }

    /** The code in dead letters and metrics. */
    String code() {
        return Code.of(this);
    }
}
