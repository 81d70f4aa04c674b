package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.site.Archive.ListPage;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list, or a page of a list and the cursor of the next page. */
record ItemList<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cursor) {

    static <T> ItemList<T> all(List<T> items) {
        return new ItemList<>(items, null);
    }

    static <S, T> ItemList<T> of(ListPage<S> page, Function<S, T> entry) {
        return new ItemList<>(page.items().stream().map(entry).toList(), page.cursor());
    }
}
