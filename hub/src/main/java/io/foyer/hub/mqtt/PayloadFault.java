package io.foyer.hub.mqtt;

import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.definition.Code;

/** Why a payload cannot be taken. */
enum PayloadFault implements PayloadResult, FieldMeaning {
    TOO_LARGE,
    INVALID_UTF8,
    NOT_JSON,
    WRONG_TYPE,
    OUT_OF_RANGE,
    MISSING_FIELD,
    BAD_TEXT,
    BAD_TIME,
    /** A topic of the device's own that the contract does not know. */
    UNKNOWN_TOPIC,
    /** A payload that a device of this kind does not send. */
    WRONG_KIND;

    @Override
    public PayloadResult decoded(MessageStamp stamp, String body) {
        return this;
    }

    @Override
    public void accept(PayloadVisitor visitor) {
        visitor.fault(this);
    }

    /** As dead letters and metrics name it. */
    String code() {
        return Code.of(this);
    }
}
