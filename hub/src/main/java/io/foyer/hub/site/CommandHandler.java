package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.PendingState;
import io.foyer.hub.site.command.RecordKey;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.TrailEntry;
import io.foyer.hub.site.command.Transition;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the commands of people to one site. The handler knows no single command. A restriction is in force at once
 * and durable soon after; a permission is in force only when it is durable.
 */
final class CommandHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CommandHandler.class);

    /** This many commands may wait while the database is away. Urgent commands have twice the room. */
    private static final int MOST_WAITING = 10_000;

    private final CommandContext context;
    private final PendingState pending;
    private final GroupCommit commit;
    private final Consumer<Runnable> deadline;
    private int waiting;

    /**
     * The handler of one site.
     *
     * @param deadline runs the answer to a command that has waited too long
     */
    CommandHandler(CommandContext context, GroupCommit commit, Consumer<Runnable> deadline) {
        this.context = context;
        this.pending = context.pending();
        this.commit = commit;
        this.deadline = deadline;
    }

    /** A command on its way to the store. */
    private record Submission(TrailEntry trail, Transition<?> transition, int number, Promise<Reply> reply) {
        RecordKey<?> key() {
            return transition.key();
        }
    }

    Future<Reply> handle(Command command, String actor) {
        Reply objection = command.objection(context);
        if (objection != null) {
            return Future.succeededFuture(objection);
        }
        TrailEntry trail = command.trailEntry(context);
        Transition<?> transition = command.transition(context, actor);
        boolean hasRoom = waiting < (command.isUrgent() ? 2 : 1) * MOST_WAITING;
        if (!hasRoom || (!transition.isRestriction() && !commit.isUp())) {
            return Future.succeededFuture(new Reply.Unavailability());
        }
        Promise<Reply> reply = Promise.promise();
        begin(new Submission(trail, transition, pending.begin(transition), reply), actor);
        return reply.future();
    }

    private void begin(Submission command, String actor) {
        Runnable atOnce = command.transition.atOnce();
        if (atOnce != null) {
            atOnce.run();
            if (!commit.isUp()) {
                command.reply.complete(new Reply.InForceReply());
            }
        }
        TrailEntry trail = command.trail;
        List<Change> changes = new ArrayList<>(command.transition.changes());
        changes.add(new Change.AuditRecord(context.now(), actor, trail.action(), trail.subject(), trail.detail()));
        waiting++;
        long entry = commit.add(
                new Batch.BatchEntry(context.definition().site(), changes), refusal -> settle(command, refusal));
        deadline.accept(() -> {
            if (!command.reply.future().isComplete()) {
                command.reply.complete(
                        command.transition.isRestriction() ? new Reply.InForceReply() : takeBack(command, entry));
            }
        });
    }

    private void settle(Submission command, @Nullable String refusal) {
        waiting--;
        if (refusal != null) {
            rollBack(command, refusal);
            return;
        }
        if (pending.end(command.key(), command.number)) {
            command.transition.onCommit().run();
        }
        command.reply.tryComplete(new Reply.Success());
    }

    /** The database does not have the command, so memory must not have it either. */
    private void rollBack(Submission command, String refusal) {
        Runnable rollback = pending.abandon(command.key(), command.number);
        if (command.transition.isRestriction()) {
            rollback.run();
        }
        if (!command.reply.tryComplete(new Reply.ContentRefusal(refusal))) {
            LOG.warn(
                    "{} {} is no longer in force, because the database refused it. Its sender heard that it was in force: {}",
                    command.trail.action(),
                    command.trail.subject(),
                    refusal);
        }
    }

    /** Takes a command back that has waited too long, where that is still possible. */
    private Reply takeBack(Submission command, long entry) {
        // An earlier command to the same thing is in force only through the last one, which may build on it.
        if (!pending.isAlone(command.key(), command.number) || !commit.takeBack(entry)) {
            return new Reply.OpenOutcome();
        }
        waiting--;
        pending.end(command.key(), command.number);
        return new Reply.Unavailability();
    }
}
