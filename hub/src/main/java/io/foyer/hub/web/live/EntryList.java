package io.foyer.hub.web.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries of one kind that a site has, in the order of the site file. The list knows which entries have
 * changed since viewers last heard of them.
 */
final class EntryList<T> {
    private final Map<String, T> newest = new LinkedHashMap<>();
    /** For each entry replaced since then: the entry that viewers heard of last; null where they heard of none. */
    private final Map<String, @Nullable T> told = new LinkedHashMap<>();

    private boolean reshaped;

    /** Takes in an entry. Ignores an entry of a thing that the site does not have. */
    void put(String id, T entry) {
        T before = newest.replace(id, entry);
        if (before != null) {
            told.putIfAbsent(id, before);
        }
    }

    /** Takes in all entries, because the site file has changed. */
    void replace(Map<String, T> all) {
        reshaped |= !newest.keySet().equals(all.keySet());
        newest.forEach(told::putIfAbsent);
        newest.clear();
        newest.putAll(all);
    }

    /** True where entries came or went since viewers last heard of all entries. */
    boolean isReshaped() {
        return reshaped;
    }

    /** The entries that have changed since viewers last heard of them. From now on they count as told. */
    List<T> tell() {
        List<T> changed = new ArrayList<>();
        told.forEach((id, before) -> {
            T now = newest.get(id);
            if (now != null && !Objects.equals(now, before)) {
                changed.add(now);
            }
        });
        told.clear();
        reshaped = false;
        return changed;
    }

    List<T> all() {
        return List.copyOf(newest.values());
    }
}
