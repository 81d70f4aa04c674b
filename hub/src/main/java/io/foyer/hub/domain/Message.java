package io.foyer.hub.domain;

import io.foyer.hub.domain.access.Pass;
import io.foyer.hub.domain.house.Direction;
import org.jspecify.annotations.Nullable;

/** What a device can say. All numbers are finite and in range; all texts are at most 256 characters without U+0000. */
public sealed interface Message {

    /**
     * Somebody showed a credential. As a device says it, a PIN is in plain; as a site hears it, it is sealed.
     *
     * @param decided what the device did by itself while it was cut off, or null
     * @param pass what a genuine QR code of this house says, or null
     */
    record Swipe(
            String credential,
            CredentialType type,
            @Nullable Direction direction,
            @Nullable String pin,
            @Nullable Outcome decided,
            @Nullable Pass pass)
            implements Message {
        /** As a device says it; nobody has looked at a QR code's signature yet. */
        public Swipe(
                String credential,
                CredentialType type,
                @Nullable Direction direction,
                @Nullable String pin,
                @Nullable Outcome decided) {
            this(credential, type, direction, pin, decided, null);
        }
    }

    /** The door's contact. */
    record Contact(boolean open) implements Message {}

    /** An exit button was pressed or a cover was opened. */
    record DoorEvent(Kind kind) implements Message {
        public enum Kind {
            EXIT_BUTTON,
            TAMPER
        }
    }

    /** Running totals of a line counter, 0 to 10^12. */
    record Totals(long in, long out) implements Message {}

    /** People over a line since the last message, 0 to 100,000. */
    record Steps(int in, int out) implements Message {}

    /** People in the zone, 0 to 100,000. */
    record Present(int people) implements Message {}

    /** Somebody is at the desk, or in the booth, or not. */
    record Presence(boolean occupied) implements Message {}

    /**
     * A meter's register, kWh, m³ or bytes, and the flow of the moment, W, m³/h or none.
     *
     * @param register a running total, not negative, or null
     * @param rate a hint only, or null
     */
    record Metered(@Nullable Double register, @Nullable Double rate) implements Message {}

    /** How the device itself is. */
    record Status(
            boolean online,
            @Nullable Integer batteryPercent,
            @Nullable Integer rssiDbm,
            @Nullable String firmware) implements Message {}
}
