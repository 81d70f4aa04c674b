package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.AlarmIs;
import io.foyer.hub.domain.Change.Audited;
import io.foyer.hub.domain.Change.Booked;
import io.foyer.hub.domain.Change.Counted;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.Decided;
import io.foyer.hub.domain.Change.FlowIs;
import io.foyer.hub.domain.Change.Heard;
import io.foyer.hub.domain.Change.Passed;
import io.foyer.hub.domain.Change.RateIs;
import io.foyer.hub.domain.Change.Read;
import io.foyer.hub.domain.Change.SourceIs;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.Judged.Booking;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import io.foyer.hub.site.Batch.Entry;
import io.foyer.hub.store.Registry.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What entries come to in rows: added ones in their order; of keyed ones the last of each key. */
final class BatchRows {
    private final Registry registry;
    private final Map<Table, List<Object[]>> added = new EnumMap<>(Table.class);
    private final Map<Table, Map<List<Object>, Object[]>> keyed = new EnumMap<>(Table.class);
    private final List<Statement> people = new ArrayList<>();

    BatchRows(Registry registry) {
        this.registry = registry;
    }

    /** Throws {@link RefusedContent} at the first change that no database could take; some of it may be in by then. */
    void add(Entry entry) {
        Keys keys = registry.of(entry.site());
        entry.changes().forEach(change -> add(keys, change));
    }

    /** The statements of each table that has rows, in the order of the tables. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        added.forEach((table, rows) -> statements.addAll(table.insert(rows)));
        keyed.forEach((table, rows) -> statements.addAll(table.insert(rows.values())));
        statements.addAll(people);
        return statements;
    }

    private void add(Keys keys, Change change) {
        if (change instanceof Heard heard) {
            row(
                    Table.MESSAGE,
                    Times.toRow(heard.stamp().arrived()),
                    Times.toRowOrNull(heard.stamp().at()),
                    keys.site(),
                    keys.device(heard.device()),
                    heard.stamp().retained(),
                    heard.kind(),
                    heard.stamp().id(),
                    heard.body());
        } else if (change instanceof Decided decided) {
            decided(keys, decided.event());
        } else if (change instanceof Counted counted) {
            counted(keys, counted.point());
        } else if (change instanceof Passed passed) {
            passed(keys, passed);
        } else if (change instanceof SourceIs is) {
            source(keys, is.source());
        } else if (change instanceof FlowIs flow) {
            row(Table.FLOW_STATE, keys.zone(flow.zone()), flow.people());
        } else if (change instanceof Read read) {
            read(keys, read);
        } else if (change instanceof Booked booked) {
            Quarter quarter = booked.quarter();
            row(
                    Table.QUARTER,
                    keys.meter(quarter.meter()),
                    Times.toRow(quarter.start()),
                    quarter.quantity(),
                    quarter.estimated());
        } else if (change instanceof RateIs rate) {
            row(Table.RATE_STATE, keys.meter(rate.meter()), rate.rate(), Times.toRow(rate.asOf()));
        } else if (change instanceof DeadLetter letter) {
            row(
                    Table.DEAD_LETTER,
                    keys.site(),
                    Times.toRow(letter.at()),
                    DeadLetters.clean(letter.device()),
                    DeadLetters.clean(letter.topic()),
                    DeadLetters.clean(letter.reason()),
                    DeadLetters.clean(letter.payload()));
        } else if (change instanceof AlarmIs is) {
            Alarm alarm = is.alarm();
            row(
                    Table.ALARM,
                    keys.site(),
                    Codes.of(alarm.kind()),
                    alarm.subject(),
                    Times.toRow(alarm.since()),
                    Times.toRowOrNull(alarm.until()),
                    alarm.acknowledgedBy());
        } else if (change instanceof Audited audited) {
            row(
                    Table.AUDIT,
                    keys.site(),
                    Times.toRow(audited.at()),
                    audited.actor(),
                    audited.action(),
                    audited.subject(),
                    audited.detail());
        } else {
            AccessRows.of(keys, change)
                    .ifPresentOrElse(
                            made -> row(made.table(), made.row().toArray()),
                            () -> people.addAll(People.write(keys.site(), change)));
        }
    }

    private void decided(Keys keys, AccessEvent event) {
        @Nullable String door = event.door();
        row(
                Table.ACCESS_EVENT,
                keys.site(),
                Times.toRow(event.at()),
                Times.toRow(event.received()),
                keys.device(event.device()),
                door == null ? null : keys.door(door),
                Codes.of(event.type()),
                Codes.of(event.direction()),
                Codes.of(event.outcome()),
                Codes.of(event.reason()),
                event.swipe(),
                event.credential(),
                event.member());
    }

    private void counted(Keys keys, Point point) {
        Object[] row = {keys.zone(point.zone()), Times.toRow(point.at()), point.count(), point.entries(), point.exits()
        };
        keyed.computeIfAbsent(Table.ZONE_POINT, table -> new LinkedHashMap<>())
                .merge(List.of(row[0], row[1]), row, (before, now) ->
                        new Object[] {now[0], now[1], now[2], sum(before[3], now[3]), sum(before[4], now[4])});
    }

    private void passed(Keys keys, Passed passed) {
        Object[] row = {keys.zone(passed.zone()), Times.toRow(passed.at()), passed.entries(), passed.exits()};
        keyed.computeIfAbsent(Table.ZONE_PASSAGE, table -> new LinkedHashMap<>())
                .merge(List.of(row[0], row[1]), row, (before, now) ->
                        new Object[] {now[0], now[1], sum(before[2], now[2]), sum(before[3], now[3])});
    }

    private static int sum(Object before, Object now) {
        long sum = (long) (int) before + (int) now;
        if (sum != (int) sum) {
            throw new RefusedContent("more passages in one instant than a count can hold");
        }
        return (int) sum;
    }

    private void source(Keys keys, Source source) {
        row(
                Table.SOURCE_STATE,
                keys.device(source.device()),
                source.present(),
                source.totalIn(),
                source.totalOut(),
                Times.toRow(source.at()),
                Times.toRow(source.heard()),
                source.failed());
    }

    private void read(Keys keys, Read read) {
        @Nullable Booking booking = read.judged().booked();
        row(
                Table.READING,
                keys.meter(read.meter()),
                Times.toRow(read.judged().reading().at()),
                read.judged().reading().register(),
                Codes.of(read.judged().verdict()),
                booking == null ? null : Times.toRow(booking.from()),
                booking == null ? null : booking.quantity(),
                booking == null ? null : booking.estimated());
    }

    private void row(Table table, @Nullable Object... values) {
        for (@Nullable Object value : values) {
            if (value instanceof String text && text.indexOf(0) >= 0) {
                throw new RefusedContent("U+0000 in a text");
            }
        }
        if (table.keyColumns() == 0) {
            added.computeIfAbsent(table, any -> new ArrayList<>()).add(values);
        } else {
            List<Object> key = List.copyOf(Arrays.asList(values).subList(0, table.keyColumns()));
            keyed.computeIfAbsent(table, any -> new LinkedHashMap<>()).put(key, values);
        }
    }
}
