package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.CredentialScreening;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PendingImport;
import io.foyer.hub.site.command.PendingState;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.TrailEntry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Imports whole files of people, one file at a time. First a file is screened. Then it is one entry of a batch, so that
 * all of it becomes durable or nothing. Then it comes into force, a few things in each turn of the loop.
 */
final class PeopleImport {
    private static final int MOST_WAITING = 4;
    private static final long LONGEST_ANSWER_MS = 3_000;
    /** A quarter of the rate that two busy cores reached. */
    private static final int THINGS_A_MS = 10;

    private final CommandContext context;
    private final PendingState pending;
    private final GroupCommit commit;
    private final LongFunction<Consumer<Runnable>> after;
    private final LoopSlices slices;
    private Future<?> last = Future.succeededFuture();
    private int waiting;

    /** @param after runs work after some milliseconds */
    PeopleImport(CommandContext context, GroupCommit commit, LongFunction<Consumer<Runnable>> after) {
        this.context = context;
        this.pending = context.pending();
        this.commit = commit;
        this.after = after;
        this.slices = new LoopSlices(after.apply(1));
    }

    /** The import of one file, with its answer and with what to do at its deadline. */
    private final class FileImport {
        private final Promise<Reply> reply = Promise.promise();
        private Runnable deadline = () -> reply.tryComplete(new Reply.Unavailability());

        /** Imports the file. The future ends when the next file may begin. */
        Future<?> begin(PeopleFile file, String actor) {
            if (isOver()) {
                return Future.succeededFuture();
            }
            CredentialScreening screening = screening(file.credentials());
            pending.begin(screening);
            return slices.each(screening, screening::screen)
                    .onComplete(screened -> pending.endScreening())
                    .compose(screened -> {
                        Reply.CredentialRefusal refusal = screening.reply().refusal();
                        if (refusal != null) {
                            reply.tryComplete(refusal);
                        }
                        return isOver()
                                ? Future.succeededFuture()
                                : write(new PendingImport(file, screening.credentials()), actor);
                    })
                    .onFailure(reply::tryFail);
        }

        /** True where the file already has its answer, or where the store is away. */
        private boolean isOver() {
            if (!commit.isUp()) {
                reply.tryComplete(new Reply.Unavailability());
            }
            return reply.future().isComplete();
        }

        private Future<?> write(PendingImport people, String actor) {
            pending.begin(people);
            Promise<Boolean> durable = Promise.promise();
            TrailEntry trail = people.trailEntry();
            Change audited =
                    new Change.AuditRecord(context.now(), actor, trail.action(), trail.subject(), trail.detail());
            long entry = commit.add(
                    new Batch.BatchEntry(context.definition().site(), List.of(people.change(), audited)), refusal -> {
                        if (refusal != null) {
                            reply.tryComplete(new Reply.ContentRefusal(refusal));
                        }
                        durable.complete(refusal == null);
                    });
            deadline = () -> {
                if (!people.isChanged() && commit.takeBack(entry)) {
                    reply.tryComplete(new Reply.Unavailability());
                    durable.complete(false);
                } else {
                    reply.tryComplete(new Reply.OpenOutcome());
                }
            };
            return durable.future()
                    .compose(isDurable -> isDurable
                            ? slices.each(people.steps(context.doorkeeper()), Runnable::run)
                            : Future.succeededFuture())
                    .onComplete(done -> {
                        pending.endImport();
                        deadline = () -> {};
                    })
                    .onSuccess(done -> reply.tryComplete(new Reply.Success()));
        }
    }

    /** Imports a file after the files that came before. */
    Future<Reply> begin(PeopleFile file, String actor) {
        if (waiting == MOST_WAITING) {
            return Future.succeededFuture(new Reply.Conflict(
                    "The hub imports other files of people: wait until these are done, then send this file again."));
        }
        FileImport begun = new FileImport();
        waiting++;
        last = last.transform(before -> begun.begin(file, actor)).onComplete(end -> waiting--);
        after.apply(patienceMs(file)).accept(() -> {
            if (!begun.reply.future().isComplete()) {
                begun.deadline.run();
            }
        });
        return begun.reply.future();
    }

    static long patienceMs(PeopleFile file) {
        return LONGEST_ANSWER_MS + file.size() / THINGS_A_MS;
    }

    /** Screens the credentials of a file. Changes nothing. */
    Future<Reply> screen(FileCredentials credentials) {
        CredentialScreening screening = screening(credentials);
        return slices.each(screening, screening::screen).map(screened -> screening.reply());
    }

    private CredentialScreening screening(FileCredentials credentials) {
        return new CredentialScreening(credentials, context.credentials());
    }
}
