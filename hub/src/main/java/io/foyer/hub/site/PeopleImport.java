package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Site;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Takes a whole file of people in: one entry of a batch, so all of it becomes durable or nothing. It is looked through
 * before that, and comes into force after that, a few things in each turn of the loop. One file at a time.
 */
final class PeopleImport {
    private static final int MOST_WAITING = 4;
    private static final long LONGEST_ANSWER_MS = 3_000;
    /** A quarter of what two busy cores took in. */
    private static final int THINGS_A_MS = 10;

    private final Site site;
    private final UnderWay underWay;
    private final Objections objections;
    private final GroupCommit commit;
    private final Clock clock;
    private final LongFunction<Consumer<Runnable>> after;
    private final Slices slices;
    private Future<?> last = Future.succeededFuture();
    private int waiting;

    /** @param after runs something after so many milliseconds */
    PeopleImport(
            Site site,
            UnderWay underWay,
            Objections objections,
            GroupCommit commit,
            Clock clock,
            LongFunction<Consumer<Runnable>> after) {
        this.site = site;
        this.underWay = underWay;
        this.objections = objections;
        this.commit = commit;
        this.clock = clock;
        this.after = after;
        this.slices = new Slices(after.apply(1));
    }

    /** Who waits for a file, and what to do when nobody should wait for it any longer. */
    private final class Taking {
        private final Promise<Reply> reply = Promise.promise();
        private Runnable tooLate = () -> reply.tryComplete(new Reply.Unavailable());

        /** Ends when the next file may be taken. */
        Future<?> begin(Act.ImportPeople people, String actor) {
            if (isNotToBe()) {
                return Future.succeededFuture();
            }
            Screening screening = screening(people.credentials());
            underWay.screen(screening);
            return slices.each(screening, screening::ask)
                    .onComplete(asked -> underWay.screened())
                    .compose(asked -> {
                        Reply.Refused refusal = screening.reply().refusal();
                        if (refusal != null) {
                            reply.tryComplete(refusal);
                        }
                        return isNotToBe()
                                ? Future.succeededFuture()
                                : write(new PeopleFile(people, screening.credentials()), actor);
                    })
                    .onFailure(reply::tryFail);
        }

        private boolean isNotToBe() {
            if (!commit.isUp()) {
                reply.tryComplete(new Reply.Unavailable());
            }
            return reply.future().isComplete();
        }

        private Future<?> write(PeopleFile file, String actor) {
            underWay.begin(file);
            Promise<Boolean> durable = Promise.promise();
            long entry = commit.add(
                    new Batch.Entry(
                            site.house().site(),
                            List.of(
                                    file.change(),
                                    new Change.Audited(clock.instant(), actor, "import-people", file.subject(), ""))),
                    refusal -> {
                        if (refusal != null) {
                            reply.tryComplete(new Reply.Unwritable(refusal));
                        }
                        durable.complete(refusal == null);
                    });
            tooLate = () -> {
                if (!file.isChanged() && commit.takeBack(entry)) {
                    reply.tryComplete(new Reply.Unavailable());
                    durable.complete(false);
                } else {
                    reply.tryComplete(new Reply.Undecided());
                }
            };
            return durable.future()
                    .compose(is ->
                            is ? slices.each(file.steps(site.doorkeeper()), Runnable::run) : Future.succeededFuture())
                    .onComplete(in -> {
                        underWay.fileEnded();
                        tooLate = () -> {};
                    })
                    .onSuccess(in -> reply.tryComplete(new Reply.Done()));
        }
    }

    Future<Reply> apply(Act.ImportPeople people, String actor) {
        if (waiting == MOST_WAITING) {
            return Future.succeededFuture(new Reply.Conflict("Other files of people are being taken in:"
                    + " wait until they are through, then send this one again."));
        }
        Taking taking = new Taking();
        waiting++;
        last = last.transform(before -> taking.begin(people, actor)).onComplete(end -> waiting--);
        after.apply(patienceMs(people)).accept(() -> {
            if (!taking.reply.future().isComplete()) {
                taking.tooLate.run();
            }
        });
        return taking.reply.future();
    }

    static long patienceMs(Act.ImportPeople people) {
        int things = people.members().size()
                + people.memberships().size()
                + people.credentials().size();
        return LONGEST_ANSWER_MS + things / THINGS_A_MS;
    }

    /** What objects to these credentials of a file. */
    Future<Reply> look(FileCredentials credentials) {
        Screening screening = screening(credentials);
        return slices.each(screening, screening::ask).map(asked -> screening.reply());
    }

    private Screening screening(FileCredentials credentials) {
        return new Screening(credentials, objections, underWay, site.doorkeeper());
    }
}
