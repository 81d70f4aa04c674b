package io.foyer.hub.web.api;

import io.foyer.hub.web.wire.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The content of a body or of an answer.
 *
 * @param words what a reader should know about a file; empty for JSON
 * @param type the record of the content. Null for a file, and for a JSON object without fields
 * @param isList true where the answer is a list of {@code type}, in {@link ItemList}
 * @param hasPage true where a browser is shown a page instead
 */
record Content(String mediaType, String words, @Nullable Class<?> type, boolean isList, boolean hasPage) {
    static final String JSON = "application/json";
    static final Content NOTHING = new Content(JSON, "", null, false, false);

    static Content one(Class<?> type) {
        return new Content(JSON, "", type, false, false);
    }

    static Content list(Class<?> type) {
        return new Content(JSON, "", type, true, false);
    }

    static Content file(String mediaType, String words) {
        return new Content(mediaType, words, null, false, false);
    }

    static Content problem(Class<?> type) {
        return new Content(Problem.MEDIA_TYPE, "", type, false, false);
    }

    Content withPage() {
        return new Content(mediaType, words, type, isList, true);
    }

    boolean isFile() {
        return !mediaType.equals(JSON) && type == null;
    }
}
