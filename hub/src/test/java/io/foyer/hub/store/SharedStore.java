package io.foyer.hub.store;

import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.Journal;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One database on the embedded server for all test classes that ask for it; each test takes a site of its own. */
final class SharedStore implements ParameterResolver {

    /** The open database. */
    static final class Shared implements AutoCloseable {
        private static final AtomicInteger SITES = new AtomicInteger();
        private final Vertx vertx = Vertx.vertx();
        private final Path folder;
        final Database database;
        final Journal journal;

        Shared() {
            try {
                folder = Files.createTempDirectory("foyer-shared");
                database = TestStore.await(Database.open(vertx, TestStore.embedded(folder), HubClock.ofMachine()));
                journal = TestStore.await(database.journal());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The name of a site that no other test has; it is registered as {@link TestStore#house}. */
        String newSite() {
            String site = "site" + SITES.incrementAndGet();
            TestStore.await(TestStore.register(journal, TestStore.setup(site), TestStore.NOON, "start", List.of()));
            return site;
        }

        ServerAddress address() {
            try {
                return EmbeddedServer.running(folder).orElseThrow();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        Vertx vertx() {
            return vertx;
        }

        @Override
        public void close() throws Exception {
            TestStore.await(database.close());
            TestStore.await(vertx.close());
            Files.delete(folder.resolve("programs"));
            PostgresBinaries.deleteTree(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedStore.class)).getOrComputeIfAbsent(Shared.class);
    }
}
