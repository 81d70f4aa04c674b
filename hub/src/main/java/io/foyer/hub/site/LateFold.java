package io.foyer.hub.site;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.JournalCommand;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the late readings of a meter into the ledger. The fold is made beside the loop, because that of a month takes
 * longer than a door may wait. Nobody else may change the meter's book meanwhile.
 */
final class LateFold {
    /** So many readings are folded at once: a month of one a minute. More are folded part by part. */
    static final int MOST = 50_000;

    /** The first try reads this much of the journal around the readings. A try that is not enough reads more by a factor. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int WIDER = 4;

    private static final Logger LOG = LoggerFactory.getLogger(LateFold.class);

    private final Site site;
    private final Journal journal;
    private final EventLoop loop;
    private final Clock clock;
    private final ReadingBacklog.EffectsReceiver outcome;

    LateFold(Site site, SiteServices services, ReadingBacklog.EffectsReceiver outcome) {
        this.site = site;
        this.journal = services.journal();
        this.loop = services.loop();
        this.clock = services.clock();
        this.outcome = outcome;
    }

    /** Succeeds when all late readings of the meter stand in the ledger. Fails where the journal cannot be read now. */
    Future<Void> fold(String meter) {
        return journal.lateReadings(id(), meter, MOST)
                .onFailure(away -> LOG.warn("Late readings of {} wait for the database: {}", meter, away.toString()))
                .compose(late -> late.isEmpty()
                        ? Future.succeededFuture()
                        : part(meter, late).compose(any -> fold(meter)));
    }

    private Future<Void> part(String meter, List<Reading> late) {
        Instant from = late.get(0).at();
        Instant to = late.get(late.size() - 1).at();
        MeterBook book = site.book(meter);
        Promise<Void> durable = Promise.promise();
        return around(meter, from, to, around -> book.fold(around, late)).compose(fold -> {
            Effects effects = site.take(meter, fold, clock.instant());
            effects.folded(meter, fold);
            effects.lateGone(meter, to);
            outcome.carryOut(effects, durable::complete);
            return durable.future();
        });
    }

    /** A command that knows what is around its reading. */
    Future<Command> knowing(JournalCommand command) {
        Instant at = command.reading().at();
        MeterBook book = site.book(command.meter());
        return around(command.meter(), at, at, around -> book.correct(around, command.reading())
                .map(fold -> command.knowing(around, fold)));
    }

    private <T> Future<T> around(String meter, Instant from, Instant to, Function<ReadingRange, Optional<T>> fold) {
        return around(meter, from, to, MARGIN, fold);
    }

    /** Reads as much of the journal around a stretch as a fold needs. */
    private <T> Future<T> around(
            String meter, Instant from, Instant to, Duration margin, Function<ReadingRange, Optional<T>> fold) {
        return journal.readingsAround(id(), meter, from, to, margin)
                .compose(around -> loop.blocking(() -> fold.apply(around)))
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> around(meter, from, to, margin.multipliedBy(WIDER), fold)))
                .onFailure(
                        away -> LOG.warn("The readings of {} around {} are unknown: {}", meter, from, away.toString()));
    }

    private String id() {
        return site.definition().site();
    }
}
