package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.definition.Direction;
import org.jspecify.annotations.Nullable;

/** What a device can say. All numbers are finite and in range; all texts are at most 256 characters without U+0000. */
public sealed interface Message {
    /** Hands this message to the method of its kind. */
    void accept(MessageVisitor visitor);

    /** This message where it is a swipe, or null. */
    default @Nullable CardSwipe asSwipe() {
        return null;
    }

    /** The running total that this message tells, or null where it tells none. */
    default @Nullable Double register() {
        return null;
    }

    /** One method for each kind of message: a kind that somebody forgets does not compile. */
    interface MessageVisitor {
        void swipe(CardSwipe message);

        void contact(ContactReport message);

        void doorEvent(DoorEvent message);

        void totals(CounterTotals message);

        void steps(CounterSteps message);

        void present(HeadCount message);

        void presence(SeatPresence message);

        void metered(MeterReport message);

        void status(DeviceStatus message);
    }

    /**
     * Somebody showed a credential. As a device says it, a PIN is in plain; as a site hears it, it is sealed.
     *
     * @param decided what the device did by itself while it was cut off, or null
     * @param pass what a genuine QR code of this site says, or null
     */
    record CardSwipe(
            String credential,
            CredentialType type,
            @Nullable Direction direction,
            @Nullable String pin,
            @Nullable AccessOutcome decided,
            @Nullable QrPass pass)
            implements Message {
        /** As a device says it; nobody has looked at a QR code's signature yet. */
        public CardSwipe(
                String credential,
                CredentialType type,
                @Nullable Direction direction,
                @Nullable String pin,
                @Nullable AccessOutcome decided) {
            this(credential, type, direction, pin, decided, null);
        }

        @Override
        public void accept(MessageVisitor visitor) {
            visitor.swipe(this);
        }

        @Override
        public CardSwipe asSwipe() {
            return this;
        }
    }

    /** The door's contact. */
    record ContactReport(boolean open) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.contact(this);
        }
    }

    /** An exit button was pressed or a cover was opened. */
    record DoorEvent(DoorEventKind kind) implements Message {
        public enum DoorEventKind {
            EXIT_BUTTON,
            TAMPER
        }

        @Override
        public void accept(MessageVisitor visitor) {
            visitor.doorEvent(this);
        }
    }

    /** Running totals of a line counter, 0 to 10^12. */
    record CounterTotals(long in, long out) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.totals(this);
        }
    }

    /** People over a line since the last message, 0 to 100,000. */
    record CounterSteps(int in, int out) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.steps(this);
        }
    }

    /** People in the zone, 0 to 100,000. */
    record HeadCount(int people) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.present(this);
        }
    }

    /** Somebody is at the desk, or in the booth, or not. */
    record SeatPresence(boolean occupied) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.presence(this);
        }
    }

    /**
     * A meter's register, kWh, m³ or bytes, and the flow of the moment, W, m³/h or none.
     *
     * @param register a running total, not negative, or null
     * @param rate a hint only, or null
     */
    record MeterReport(@Nullable Double register, @Nullable Double rate) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.metered(this);
        }
    }

    /** How the device itself is. */
    record DeviceStatus(
            boolean online,
            @Nullable Integer batteryPercent,
            @Nullable Integer rssiDbm,
            @Nullable String firmware) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.status(this);
        }
    }
}
