package io.foyer.hub.web.api;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file to keep that is too long for memory. The next page is read when the client has taken the one before. */
record PagedDownload(String type, String name, FilePage first) {

    /**
     * A part of the file.
     *
     * @param next reads the part after; null at the end
     */
    record FilePage(Buffer content, @Nullable Supplier<Future<FilePage>> next) {}
}
