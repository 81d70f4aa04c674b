package io.foyer.hub.store;

import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.site.Batch.BatchEntry;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each device's dead letters within their bound as they come, so that a flood of bad messages does not fill the
 * disk before the next housekeeping. The deletion runs beside the writer, so no acknowledgement waits for it. Each
 * device has a bound of its own, so a faulty device pushes out no letters of others. One loop uses this.
 */
final class LetterBounds {
    private static final Logger LOG = LoggerFactory.getLogger(LetterBounds.class);
    private static final int BETWEEN_TRIMS = 250;

    private final SqlClient upkeep;
    private final KeyRegistry registry;
    private final Map<LetterSender, Integer> since = new HashMap<>();
    private final Counter counter = new Counter();
    private boolean trimming;

    /** The sender of dead letters. The device is empty where the sender is not known. */
    private record LetterSender(int site, String device) {}

    private final class Counter extends ChangeAdapter {
        private String site = "";

        @Override
        public void letter(DeadLetter letter) {
            String device = Objects.requireNonNullElse(letter.device(), "");
            since.merge(new LetterSender(registry.of(site).site(), device), 1, Integer::sum);
        }
    }

    LetterBounds(SqlClient upkeep, KeyRegistry registry) {
        this.upkeep = upkeep;
        this.registry = registry;
    }

    /** Counts dead letters that the journal has written. */
    void count(List<BatchEntry> entries) {
        for (BatchEntry entry : entries) {
            counter.site = entry.site();
            entry.accept(counter);
        }
        trim();
    }

    private void trim() {
        if (trimming) {
            return;
        }
        since.entrySet().stream()
                .filter(one -> one.getValue() >= BETWEEN_TRIMS)
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(sender -> {
                    trimming = true;
                    since.remove(sender);
                    trim(sender).onComplete(done -> {
                        trimming = false;
                        trim();
                    });
                });
    }

    private Future<Void> trim(LetterSender sender) {
        return upkeep.preparedQuery(DeadLetters.TRIM)
                .execute(Tuple.of(sender.site(), sender.device(), DeadLetters.KEPT))
                .onFailure(failure -> LOG.warn("Old dead letters could not be removed: {}", failure.getMessage()))
                .mapEmpty();
    }
}
