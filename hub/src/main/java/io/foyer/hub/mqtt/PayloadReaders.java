package io.foyer.hub.mqtt;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times and whole numbers in the forms in which devices write them. */
final class PayloadReaders {
    /** Up to this value a double holds every whole number. */
    private static final double MOST_EXACT = 1L << 53;

    private PayloadReaders() {}

    /** Reads ISO-8601 with an offset, or epoch milliseconds. */
    static final class TimeReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                if (parser.currentToken().isNumeric()) {
                    Long whole = whole(parser);
                    if (whole != null) {
                        return Instant.ofEpochMilli(whole);
                    }
                }
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    return IsoTime.parse(parser.getText());
                }
            } catch (DateTimeException e) {
                throw new BadTimeFault(parser);
            }
            throw new BadTimeFault(parser);
        }
    }

    /** Reads a whole number, also in the form {@code 3.0} or {@code 3e0}. */
    static final class WholeNumberReader extends JsonDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Long whole = parser.currentToken().isNumeric() ? whole(parser) : null;
            return whole == null ? (Long) context.handleUnexpectedToken(Long.class, parser) : whole;
        }
    }

    /** The whole number; null where the number has a fraction. */
    private static @Nullable Long whole(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        }
        double number = parser.getDoubleValue();
        if (Math.abs(number) > MOST_EXACT) {
            throw new InputCoercionException(parser, "too large", JsonToken.VALUE_NUMBER_FLOAT, Long.class);
        }
        return number == Math.rint(number) ? (Long) (long) number : null;
    }

    /** The text of {@code at} is no time. */
    static final class BadTimeFault extends JsonParseException {
        private static final long serialVersionUID = 1L;

        BadTimeFault(JsonParser parser) {
            super(parser, "not a time");
        }
    }
}
