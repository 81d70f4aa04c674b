package io.foyer.simulators.replay;

import io.foyer.simulators.setting.Account;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** How far the replay is, as a line for people, and at the end what became of each device's messages. */
final class Progress {
    private final long rows;
    private final IntSupplier cutOff;
    private final Map<String, Told> devices = new TreeMap<>();
    private long rowsDone;

    /** @param cutOff how many devices have no connection right now */
    Progress(long rows, IntSupplier cutOff) {
        this.rows = rows;
        this.cutOff = cutOff;
    }

    void acknowledged(Message message, Instant stamp) {
        rowsDone += message.endsRow() ? 1 : 0;
        devices.merge(message.device(), new Told(1, stamp, stamp), Told::and);
    }

    boolean begun() {
        return rowsDone > 0;
    }

    String line(Duration elapsed) {
        double rate = rowsDone / Math.max(0.001, elapsed.toMillis() / 1000.0);
        String left = rowsDone == 0 ? "?" : clock(Math.round((rows - rowsDone) / rate));
        int lost = cutOff.getAsInt();
        return String.format(
                Locale.ROOT,
                "replay: %,d of %,d rows, %d %%, %,.0f rows/s, %s left%s",
                rowsDone,
                rows,
                rowsDone * 100 / rows,
                rate,
                left,
                lost == 0 ? "" : ", " + lost + " devices without the hub: trying again");
    }

    /** One line a device: messages acknowledged, and the time from the first to the last as the hub was told. */
    void summary(PrintStream out, Map<String, Account> accounts) {
        devices.forEach((device, told) -> {
            Account account = accounts.get(device);
            if (account != null) {
                out.printf(
                        Locale.ROOT,
                        "%-24s %,9d messages acknowledged, %s to %s%n",
                        device,
                        told.messages,
                        told.first.atZone(account.timeZone()).toOffsetDateTime(),
                        told.last.atZone(account.timeZone()).toOffsetDateTime());
            }
        });
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private record Told(long messages, Instant first, Instant last) {
        private Told and(Told other) {
            return new Told(
                    messages + other.messages,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
