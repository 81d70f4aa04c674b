package io.foyer.simulators.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Several sequences, each in time order, as one; at one instant the earlier of the sequences goes first. */
final class TimeOrder<T> implements Iterator<T> {
    private final List<Iterator<T>> sources;
    private final PriorityQueue<Head<T>> heads;
    private final Function<T, Instant> time;

    TimeOrder(List<Iterator<T>> sources, Function<T, Instant> time) {
        this.sources = List.copyOf(sources);
        this.time = time;
        this.heads = new PriorityQueue<>(
                Comparator.comparing((Head<T> head) -> head.at).thenComparing(head -> head.source));
        for (int source = 0; source < sources.size(); source++) {
            take(source);
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T> head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        take(head.source);
        return head.value;
    }

    private void take(int source) {
        if (sources.get(source).hasNext()) {
            T value = sources.get(source).next();
            heads.add(new Head<>(time.apply(value), source, value));
        }
    }

    private record Head<T>(Instant at, int source, T value) {}
}
