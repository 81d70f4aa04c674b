package io.foyer.simulators.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One telemetry device of the bench site and what it says. Of ten devices four count people, two count passages, two
 * watch desks and two read meters. Each message has an id, a time of its own and about 70 to 90 bytes; every meter
 * reading is new, and of ten other messages one says something new, nine repeat it: sensors send more often than people
 * move.
 */
final class Sensor {
    private static final int SAME = 10;

    private final int number;
    private final String id;
    private final Kind kind;
    private final byte[] topic;
    private long sent;
    private Instant at = Instant.EPOCH;

    private enum Kind {
        PRESENT("people-counter", "count"),
        PASSAGES("line-counter", "count"),
        DESK("presence", "presence"),
        METER("meter", "meter");

        private final String device;
        private final String topic;

        Kind(String device, String topic) {
            this.device = device;
            this.topic = topic;
        }
    }

    Sensor(int number) {
        this.number = number;
        this.id = "sensor-" + number;
        this.kind = switch (number % 10) {
            case 0, 1, 2, 3 -> Kind.PRESENT;
            case 4, 5 -> Kind.PASSAGES;
            case 6, 7 -> Kind.DESK;
            default -> Kind.METER;
        };
        this.topic = (BenchSite.topic(id) + kind.topic).getBytes(StandardCharsets.UTF_8);
    }

    String id() {
        return id;
    }

    byte[] topic() {
        return topic;
    }

    /** Its lines in the site file, each in the list of that name. */
    String deviceLine() {
        String place =
                switch (kind) {
                    case PRESENT, DESK -> "zone: room-" + number;
                    case PASSAGES -> "from: f1, to: room-" + number;
                    case METER -> "meter: meter-" + number;
                };
        return "  - {id: " + id + ", kind: " + kind.device + ", " + place + ", password: " + BenchSite.PASSWORD + "}\n";
    }

    String zoneLine() {
        return "  - {id: room-" + number + ", parent: f1, kind: room, name: {zh: 房间, en: Room}, capacity: 100000}\n";
    }

    String meterLine() {
        return kind == Kind.METER
                ? "  - {id: meter-" + number + ", medium: electricity, zone: room-" + number + "}\n"
                : "";
    }

    /** The next message; its time is now, or a microsecond after the one before. */
    byte[] next() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        at = now.isAfter(at) ? now : at.plus(1, ChronoUnit.MICROS);
        long news = sent / SAME;
        String says =
                switch (kind) {
                    case PRESENT -> "\"present\":" + news % 40;
                    case PASSAGES -> "\"totalIn\":" + (news + 1) / 2 + ",\"totalOut\":" + news / 2;
                    case DESK -> "\"occupied\":" + (news % 2 == 1);
                    case METER -> "\"powerW\":" + (1000 + sent % 500) + ",\"energyKwh\":" + sent / 1e6;
                };
        String payload = "{\"id\":\"" + number + "-" + sent++ + "\",\"at\":\"" + at + "\"," + says + "}";
        return payload.getBytes(StandardCharsets.ISO_8859_1);
    }
}
