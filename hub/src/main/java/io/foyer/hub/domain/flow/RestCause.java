package io.foyer.hub.domain.flow;

import io.foyer.hub.domain.definition.BilingualText;

/**
 * Why the meters below a meter show more than the meter itself.
 *
 * @param meter the meter to look at first
 */
public record RestCause(RestFault kind, String meter, BilingualText text) {

    /** What an electrician would look for, the surest first. */
    public enum RestFault {
        /** The meter has told of fewer quarter-hours than a meter below. */
        LATE_METER,
        /** The same, and people read the meter: they have not done so since. */
        HAND_READ,
        /** A meter below alone shows more than the meter, and a thousandth of it would fit. */
        WRONG_UNIT,
        /** A meter below measures a zone outside the meter's zone, and without it the sum fits. */
        WRONG_PARENT,
        /** A meter below measures what another one beside it measures too, and without it the sum fits. */
        COUNTED_TWICE,
        /** The difference is within a hundredth, as meters of class 1 read at different instants may differ. */
        READING_TIMES,
        UNKNOWN
    }
}
