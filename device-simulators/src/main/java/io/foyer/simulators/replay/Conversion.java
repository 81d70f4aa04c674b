package io.foyer.simulators.replay;

import io.foyer.simulators.setting.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one map, in time order, into the devices' messages, in time order. Registers are summed as decimals,
 * so they do not drift.
 *
 * <p>The hub spreads a register's rise evenly between two readings. So a row's span is closed by a reading at its end,
 * and opened by one at its start unless the row before ended there: then nothing is smeared over a gap.
 * At one instant a register that closes a span goes before a count that holds from there.
 */
final class Conversion {
    private final ReplayMap map;
    private final boolean asRecorded;
    private final List<Feed.Totals> totals;
    private final Map<String, BigDecimal> registers = new LinkedHashMap<>();
    private @Nullable Instant previousEnd;

    /** @param asRecorded whether the doors have long since decided, or the hub shall decide now */
    Conversion(ReplayMap map, boolean asRecorded) {
        this.map = map;
        this.asRecorded = asRecorded;
        this.totals = map.feeds().stream()
                .filter(Feed.Totals.class::isInstance)
                .map(Feed.Totals.class::cast)
                .toList();
    }

    List<Message> convert(Row row) {
        Instant start = map.span().start(row.at());
        Instant end = map.span().end(row.at());
        Instant before = previousEnd;
        if (before != null && start.isBefore(before)) {
            throw new Refusal(row.place() + ": covers time from " + start + ", but the row before covers it up to "
                    + before + ". Mend the row, or the span (following, preceding) in " + map.file() + ".");
        }
        previousEnd = end;

        List<Message> messages = new ArrayList<>();
        if (!start.equals(before)) {
            totals.forEach(feed -> messages.add(reading(row, feed, row.id() + ":from", start)));
        }
        for (Feed.Totals feed : totals) {
            feed.totals().forEach(total -> add(row, feed, total));
            messages.add(reading(row, feed, row.id(), end));
        }
        for (Feed feed : map.feeds()) {
            if (feed instanceof Feed.Present present) {
                messages.add(message(row, present.device(), "count", row.id(), row.at(), present(row, present)));
            } else if (feed instanceof Feed.Reads reads) {
                messages.add(message(row, reads.device(row), "swipe", row.id(), row.at(), swipe(row, reads)));
            }
        }
        messages.sort(Comparator.comparing(Message::at));
        int last = messages.size() - 1;
        messages.set(last, messages.get(last).ending());
        return messages;
    }

    private void add(Row row, Feed.Totals feed, Feed.Total total) {
        boolean people = feed.topic().equals("count");
        BigDecimal step = total.columns().stream()
                .map(column -> people ? BigDecimal.valueOf(row.whole(column)) : row.number(column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        registers.put(register(feed, total), value(feed, total).add(step));
    }

    private Message reading(Row row, Feed.Totals feed, String id, Instant at) {
        Map<String, Object> values = new LinkedHashMap<>();
        feed.totals().forEach(total -> values.put(total.field(), value(feed, total)));
        return message(row, feed.device(), feed.topic(), id, at, values);
    }

    private BigDecimal value(Feed.Totals feed, Feed.Total total) {
        return registers.getOrDefault(register(feed, total), total.start());
    }

    private static String register(Feed.Totals feed, Feed.Total total) {
        return feed.device() + "." + total.field();
    }

    private static Map<String, Object> present(Row row, Feed.Present present) {
        return Map.of("present", row.whole(present.column()));
    }

    private Map<String, Object> swipe(Row row, Feed.Reads reads) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("credential", row.text(reads.credential()));
        values.put("type", reads.type());
        if (asRecorded && reads.decided() != null) {
            values.put("decided", reads.decided());
        }
        return values;
    }

    private static Message message(
            Row row, String device, String topic, String id, Instant at, Map<String, Object> values) {
        return new Message(row, device, topic, id, at, values, false);
    }
}
