package io.foyer.hub.mqtt;

import io.foyer.hub.domain.DoorOrder;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The commands on their way to one connection. A client tells how many commands it takes before it acknowledges.
 * Further commands wait until they expire.
 */
final class CommandOutbox {
    /** A client that leaves a command unanswered this long while others wait no longer listens. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 100;
    private static final int LAST_PACKET = 65_535;

    private final PacketLine line;
    private final ClientLimits allowance;
    private final InstantSource clock;
    private final Consumer<CommandFate> fates;
    /** The packet ids without an acknowledgement, oldest first, with the time of sending. */
    private final Map<Integer, Instant> unanswered = new LinkedHashMap<>();

    private final Deque<WaitingCommand> waiting = new ArrayDeque<>();
    private int packet;

    enum CommandFate {
        SENT,
        /** The command expired before the device had acknowledged enough earlier commands. */
        EXPIRED,
        /** The device takes no packet of this size, even in the short form. */
        TOO_LARGE,
        /** Too many commands wait already, or the connection has ended. */
        DROPPED
    }

    /** Sends to the device. {@code packet} is an id that is not in use. */
    interface PacketLine {
        void publish(String topic, Buffer payload, MqttQoS quality, int packet);
    }

    private record WaitingCommand(String topic, Buffer payload, Instant expires) {}

    CommandOutbox(PacketLine line, ClientLimits allowance, InstantSource clock, Consumer<CommandFate> fates) {
        this.line = line;
        this.allowance = allowance;
        this.clock = clock;
        this.fates = fates;
    }

    void send(String topic, DoorOrder order, MqttQoS quality) {
        Buffer payload = Buffer.buffer(CommandEncoder.encode(order));
        if (!allowance.takes(topic, payload.length())) {
            payload = Buffer.buffer(CommandEncoder.encodeShort(order));
        }
        if (!allowance.takes(topic, payload.length())) {
            fates.accept(CommandFate.TOO_LARGE);
        } else if (quality == MqttQoS.AT_MOST_ONCE) {
            line.publish(topic, payload, quality, 1);
            fates.accept(CommandFate.SENT);
        } else {
            Instant now = clock.instant();
            goOn(now);
            WaitingCommand letter = new WaitingCommand(topic, payload, now.plus(DoorOrder.LASTS));
            if (hasRoom()) {
                post(letter, now);
            } else if (waiting.size() < MOST_WAITING) {
                waiting.add(letter);
            } else {
                fates.accept(CommandFate.DROPPED);
            }
        }
    }

    /** The device acknowledged a command with a PUBACK. */
    void answered(int packet) {
        if (unanswered.remove(packet) != null) {
            goOn(clock.instant());
        }
    }

    /** True where commands wait because the device has left one unanswered for too long. */
    boolean isStuck() {
        return !waiting.isEmpty()
                && unanswered.values().iterator().next().plus(PATIENCE).isBefore(clock.instant());
    }

    /** The connection has ended. Commands that wait are lost. */
    void close() {
        waiting.forEach(letter -> fates.accept(CommandFate.DROPPED));
        waiting.clear();
    }

    private boolean hasRoom() {
        return unanswered.size() < allowance.unanswered();
    }

    private void goOn(Instant now) {
        while (!waiting.isEmpty()) {
            if (waiting.peek().expires().isBefore(now)) {
                waiting.remove();
                fates.accept(CommandFate.EXPIRED);
            } else if (hasRoom()) {
                post(waiting.remove(), now);
            } else {
                return;
            }
        }
    }

    private void post(WaitingCommand letter, Instant now) {
        do {
            packet = packet % LAST_PACKET + 1;
        } while (unanswered.containsKey(packet));
        unanswered.put(packet, now);
        line.publish(letter.topic(), letter.payload(), MqttQoS.AT_LEAST_ONCE, packet);
        fates.accept(CommandFate.SENT);
    }
}
