package io.foyer.hub.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records of one kind that a file holds, by key, each with the first line that has the record. */
final class LinedRecords<K, T> {
    private final Map<K, LinedRecord<T>> found = new LinkedHashMap<>();

    /** A record, and the first line that has it. */
    record LinedRecord<T>(T content, int line) {}

    @Nullable LinedRecord<T> get(K key) {
        return found.get(key);
    }

    /** Adds a record. Returns the earlier record of the same key where that record differs, and null otherwise. */
    @Nullable LinedRecord<T> add(K key, T content, int line) {
        LinedRecord<T> before = found.putIfAbsent(key, new LinedRecord<>(content, line));
        return before == null || before.content.equals(content) ? null : before;
    }

    List<T> contents() {
        return found.values().stream().map(LinedRecord::content).toList();
    }
}
