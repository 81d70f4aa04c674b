package io.foyer.hub.store;

import io.foyer.hub.site.HubClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A database with up-to-date tables to which only this hub may write. All methods block. */
final class ClaimedDatabase implements AutoCloseable {
    private final Server server;
    private final AtomicReference<@Nullable WriterClaim> claim;

    private ClaimedDatabase(Server server, WriterClaim claim) {
        this.server = server;
        this.claim = new AtomicReference<>(claim);
    }

    /** Starts or reaches the database. Waits for a hub that is just ending, at most as long as {@code patience}. */
    static ClaimedDatabase open(DatabaseSettings settings, HubClock clock, Duration patience) {
        DemoTime.check(settings, clock);
        Server server = Server.open(settings);
        try {
            DemoTime.enter(settings, clock);
            WriterClaim claim = WriterClaim.take(server.address(), patience);
            try {
                new Schema(server.address(), settings.place()).migrate();
                return new ClaimedDatabase(server, claim);
            } catch (RuntimeException e) {
                claim.close();
                throw e;
            }
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    Server server() {
        return server;
    }

    /** The claim, for the writer that keeps it from now on; empty where a writer has it already. */
    Optional<WriterClaim> handOver() {
        return Optional.ofNullable(claim.getAndSet(null));
    }

    @Override
    public void close() {
        handOver().ifPresent(WriterClaim::close);
        server.close();
    }
}
