package io.foyer.hub.domain.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When each of many things must be looked at again. A thing has one deadline at most. To ask for the next deadline costs
 * nothing, and so does a deadline that is put off: the thing keeps its place in the queue until that place is reached.
 */
public final class Deadlines<K> {
    /** The deadline of what is due now. */
    public static final Instant AT_ONCE = Instant.MIN;

    private final Map<K, Entry<K>> entries = new HashMap<>();
    private final TreeSet<Entry<K>> queue = new TreeSet<>(
            Comparator.<Entry<K>, Instant>comparing(entry -> entry.place).thenComparing(entry -> entry.number));
    private long numbers;
    private @Nullable Instant next;

    /** {@code place} is where the thing stands in the queue, never behind {@code due}. */
    private static final class Entry<K> {
        final K thing;
        final long number;
        Instant due;
        Instant place;

        Entry(K thing, long number, Instant due) {
            this.thing = thing;
            this.number = number;
            this.due = due;
            this.place = due;
        }
    }

    /** Null where the thing need not be looked at until somebody says otherwise. */
    public void set(K thing, @Nullable Instant due) {
        Entry<K> entry = entries.get(thing);
        if (due == null) {
            remove(entry);
        } else if (entry == null || due.isBefore(entry.place)) {
            remove(entry);
            add(new Entry<>(thing, numbers++, due));
        } else {
            entry.due = due;
        }
    }

    private void add(Entry<K> entry) {
        entries.put(entry.thing, entry);
        queue.add(entry);
        next = queue.first().place;
    }

    private void remove(@Nullable Entry<K> entry) {
        if (entry != null) {
            entries.remove(entry.thing);
            queue.remove(entry);
            next = queue.isEmpty() ? null : queue.first().place;
        }
    }

    /** The instant at which to look again: the first deadline, or earlier where that was put off. Null: never. */
    public @Nullable Instant next() {
        return next;
    }

    /** Takes out what is due, the earliest first. */
    public List<K> removeDue(Instant now) {
        List<K> due = new ArrayList<>();
        while (next != null && !now.isBefore(next)) {
            Entry<K> first = queue.first();
            remove(first);
            if (now.isBefore(first.due)) {
                add(new Entry<>(first.thing, numbers++, first.due));
            } else {
                due.add(first.thing);
            }
        }
        return due;
    }

    /** The earliest of some deadlines, each of which may be null for never. */
    public static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
