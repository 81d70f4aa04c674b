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
 * The deadlines of many things, at most one each. To ask for the next deadline costs nothing. To put a deadline off
 * costs nothing either: the thing keeps its place in the queue until that place is reached.
 */
public final class Deadlines<K> {
    /** The deadline of a thing that is due now. */
    public static final Instant AT_ONCE = Instant.MIN;

    private final Map<K, Entry<K>> entries = new HashMap<>();
    private final TreeSet<Entry<K>> queue = new TreeSet<>(
            Comparator.<Entry<K>, Instant>comparing(entry -> entry.place).thenComparing(entry -> entry.number));
    private long numbers;
    private @Nullable Instant next;

    /** {@code place} is the instant at which the thing stands in the queue. It is never after {@code due}. */
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

    /** Sets the deadline of a thing; null removes it. */
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

    /**
     * The instant at which to look again: the first deadline, or earlier where somebody put that deadline off. Null for
     * never.
     */
    public @Nullable Instant next() {
        return next;
    }

    /** Takes out all things that are due, the earliest first. */
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

    /** The earlier of two deadlines. Null stands for never. */
    public static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
