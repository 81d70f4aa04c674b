package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.definition.Direction;
import org.jspecify.annotations.Nullable;

/** What a device can say. All numbers are finite and in range; all texts have at most 256 characters and no U+0000. */
public sealed interface Message {
    /** Hands this message to the method of its kind. */
    void accept(MessageVisitor visitor);

    /** This message as a swipe, or null where it is another message. */
    default @Nullable CardSwipe asSwipe() {
        return null;
    }

    /** This message as that of a meter, or null where it is another message. */
    default @Nullable MeterReport asReport() {
        return null;
    }

    /** One method for each kind of message. The compiler finds a kind that somebody forgets. */
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
     * Somebody showed a credential. The device sends a PIN in plain text; the site gets the PIN sealed.
     *
     * @param decided what the device decided alone while it was cut off, or null
     * @param pass the content of a genuine QR code of this site, or null
     */
    record CardSwipe(
            String credential,
            CredentialType type,
            @Nullable Direction direction,
            @Nullable String pin,
            @Nullable AccessOutcome decided,
            @Nullable QrPass pass)
            implements Message {
        /** The swipe as the device sends it. Nobody has checked the signature of a QR code yet. */
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

    /** The contact of the door says whether the door is open. */
    record ContactReport(boolean open) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.contact(this);
        }
    }

    /** Somebody pressed an exit button or opened a cover. */
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

    /** People who crossed a line since the last message, 0 to 100,000. */
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

    /** Whether somebody is at the desk or in the booth. */
    record SeatPresence(boolean occupied) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.presence(this);
        }
    }

    /**
     * The register of a meter in mWh, ml or bytes, and the flow of the moment in W or m³/h.
     *
     * @param register a running total, not negative, or null
     * @param rate a hint only, or null; a byte counter has none
     */
    record MeterReport(@Nullable Long register, @Nullable Double rate) implements Message {
        @Override
        public void accept(MessageVisitor visitor) {
            visitor.metered(this);
        }

        @Override
        public MeterReport asReport() {
            return this;
        }
    }

    /** The state of the device itself. */
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
