package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Credential;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people change in one site. What takes a right away is in force at once and durable soon after; what lets somebody
 * in is in force only when it is durable.
 */
final class Acts {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);

    /** While the database is away; of commands to doors twice as many, since those must not wait for others. */
    private static final int MOST_WAITING = 10_000;

    private static final String THE_HUB = "foyer";

    private final Site site;
    private final GroupCommit commit;
    private final Clock clock;
    private final Consumer<Runnable> notTooLate;
    private final UnderWay underWay = new UnderWay();
    private final Objections objections;
    private final Readying readying;
    private final SeriesRenewal renewal;
    private final PeopleImport imports;
    private int waiting;

    /**
     * Acts of people in a site.
     *
     * @param notTooLate runs the answer of an act that still waits when nobody should wait any longer
     * @param after runs something after so many milliseconds
     * @param take sends and shows at once what an act brings about at the doors
     */
    Acts(
            Site site,
            GroupCommit commit,
            Clock clock,
            Consumer<Runnable> notTooLate,
            LongFunction<Consumer<Runnable>> after,
            Consumer<Effects> take) {
        this.site = site;
        this.commit = commit;
        this.clock = clock;
        this.notTooLate = notTooLate;
        BookingConflicts conflicts = new BookingConflicts(site, underWay);
        this.objections = new Objections(site, underWay, conflicts, clock);
        this.readying = new Readying(site, underWay, clock, take);
        this.renewal = new SeriesRenewal(
                site, underWay, conflicts, clock, after, booking -> single(new Act.PutBooking(booking), THE_HUB));
        this.imports = new PeopleImport(site, underWay, objections, commit, clock, after);
    }

    /** What falls due by itself; to be called once a day. */
    void daily() {
        renewal.look();
    }

    Future<Reply> apply(Act act, String actor) {
        if (act instanceof Act.ImportPeople all) {
            return imports.apply(all, actor);
        }
        if (act instanceof Act.TryCredentials some) {
            return imports.look(some.credentials());
        }
        return single(named(act), actor);
    }

    /** A card may be named by any reading of it: what a reader takes it for is meant, if it is of the same member. */
    private Act named(Act act) {
        if (act instanceof Act.RemoveCredential remove) {
            return new Act.RemoveCredential(registered(remove.key(), null));
        }
        if (act instanceof Act.PutCredential put && put.credential().pin() == null) {
            Credential as = put.credential();
            Credential.Key key = registered(as.key(), as.member());
            return new Act.PutCredential(new Credential(key, as.member(), as.blocked(), as.until()), put.keepsPin());
        }
        return act;
    }

    private Credential.Key registered(Credential.Key named, @Nullable String member) {
        boolean isOther = underWay.credential(named, site.doorkeeper()) == null
                && site.doorkeeper().clash(named) != null;
        Credential shown = isOther ? site.doorkeeper().shown(named) : null;
        return shown == null || (member != null && !member.equals(shown.member())) ? named : shown.key();
    }

    private Future<Reply> single(Act act, String actor) {
        Reply objection = objections.to(act);
        if (objection != null) {
            return Future.succeededFuture(objection);
        }
        Ready ready = readying.of(act, actor);
        boolean hasRoom = waiting < (isOfDoors(act) ? 2 : 1) * MOST_WAITING;
        if (!hasRoom || (!ready.restricts() && !commit.isUp())) {
            return Future.succeededFuture(new Reply.Unavailable());
        }
        int turn = underWay.begin(ready.key(), ready.value(), ready.undo());
        Promise<Reply> reply = Promise.promise();
        Runnable atOnce = ready.atOnce();
        if (atOnce != null) {
            atOnce.run();
            if (!commit.isUp()) {
                reply.complete(new Reply.InForce());
            }
        }
        List<Change> changes = new ArrayList<>(ready.changes());
        changes.add(new Change.Audited(clock.instant(), actor, ready.action(), ready.subject(), ready.detail()));
        long entry = add(changes, refusal -> {
            if (refusal != null) {
                refuse(ready, turn, refusal, reply);
                return;
            }
            if (underWay.end(ready.key(), turn)) {
                ready.onCommit().run();
            }
            reply.tryComplete(new Reply.Done());
        });
        notTooLate.accept(() -> {
            if (!reply.future().isComplete()) {
                reply.complete(ready.restricts() ? new Reply.InForce() : tooLate(ready.key(), turn, entry));
            }
        });
        return reply.future();
    }

    /** The database does not have it, so memory shall not either. */
    private void refuse(Ready ready, int turn, String refusal, Promise<Reply> reply) {
        Runnable undo = underWay.undo(ready.key(), turn);
        if (ready.restricts()) {
            undo.run();
        }
        if (!reply.tryComplete(new Reply.Unwritable(refusal))) {
            LOG.warn(
                    "{} {}: its sender was told that it is in force; the database refused it and it is not any more: {}",
                    ready.action(),
                    ready.subject(),
                    refusal);
        }
    }

    /** Nobody waits for it any longer: it does not happen then, where that can still be helped. */
    private Reply tooLate(Object key, int turn, long entry) {
        // What came before it of the same thing is in force only through the last of them, which may be made from it.
        if (!underWay.isAlone(key, turn) || !commit.takeBack(entry)) {
            return new Reply.Undecided();
        }
        waiting--;
        underWay.end(key, turn);
        return new Reply.Unavailable();
    }

    private long add(List<Change> changes, GroupCommit.Receipt receipt) {
        waiting++;
        return commit.add(new Batch.Entry(site.house().site(), changes), refusal -> {
            waiting--;
            receipt.settled(refusal);
        });
    }

    private static boolean isOfDoors(Act act) {
        return act instanceof Act.SetDoor
                || act instanceof Act.ResumeDoor
                || act instanceof Act.LockDown
                || act instanceof Act.ReleaseDoors
                || act instanceof Act.EndRelease;
    }
}
