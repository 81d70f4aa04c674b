package io.foyer.hub.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the pages, from the class path. Each file is read and packed once, so the jars bound their number. */
final class PageResources {
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_@-][A-Za-z0-9._@-]*/)*[A-Za-z0-9_@-][A-Za-z0-9._@-]*");

    private final Vertx vertx;
    private final ClassLoader classPath;
    private final Map<String, PageResource> known = new ConcurrentHashMap<>();

    PageResources(Vertx vertx, ClassLoader classPath) {
        this.vertx = vertx;
        this.classPath = classPath;
    }

    /** A file in {@code folder}; empty where there is none, or where the name is not the name of a plain file. */
    Future<Optional<PageResource>> find(String folder, String name) {
        Optional<String> type = PageResource.typeOf(name);
        if (type.isEmpty() || !NAME.matcher(name).matches()) {
            return Future.succeededFuture(Optional.empty());
        }
        String path = folder + name;
        PageResource found = known.get(path);
        return found != null
                ? Future.succeededFuture(Optional.of(found))
                : vertx.executeBlocking(() -> read(path, type.get()), false);
    }

    private Optional<PageResource> read(String path, String type) throws IOException {
        try (InputStream file = classPath.getResourceAsStream(path)) {
            if (file == null) {
                return Optional.empty();
            }
            PageResource resource = PageResource.of(type, file.readAllBytes());
            known.put(path, resource);
            return Optional.of(resource);
        }
    }
}
