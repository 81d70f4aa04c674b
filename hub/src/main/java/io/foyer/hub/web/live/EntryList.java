package io.foyer.hub.web.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest entry of everything of one kind that a site has, in the order of its file, and which entries are otherwise
 * than they were told last.
 */
final class EntryList<T> {
    private final Map<String, T> newest = new LinkedHashMap<>();
    /** Of each entry that was replaced since: what was told last; null where nothing was. */
    private final Map<String, @Nullable T> told = new LinkedHashMap<>();

    private boolean reshaped;

    /** Takes in an entry; one that the site has not is passed over. */
    void put(String id, T entry) {
        T before = newest.replace(id, entry);
        if (before != null) {
            told.putIfAbsent(id, before);
        }
    }

    /** Takes in all entries, because the site itself is another. */
    void replace(Map<String, T> all) {
        reshaped |= !newest.keySet().equals(all.keySet());
        newest.forEach(told::putIfAbsent);
        newest.clear();
        newest.putAll(all);
    }

    /** True where entries came or went since the last time that all was told. */
    boolean isReshaped() {
        return reshaped;
    }

    /** The entries that are otherwise than they were told last; from now on they count as told. */
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
