package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.site.Archive.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list, or a part of one and where to go on. */
record Items<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cursor) {

    static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }

    static <S, T> Items<T> of(Page<S> page, Function<S, T> entry) {
        return new Items<>(page.items().stream().map(entry).toList(), page.cursor());
    }
}
