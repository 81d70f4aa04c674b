package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.house.Text;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What people change in one site. What takes a right away is in force at once and durable soon after; what lets somebody
 * in is in force only when it is durable.
 */
final class Acts {
    private final Site site;
    private final GroupCommit commit;
    private final Clock clock;
    private final Consumer<Runnable> notTooLate;
    /** How often each thing was touched, so that a change that waited does not undo a later one. */
    private final Map<Object, Integer> touched = new HashMap<>();

    /** @param notTooLate runs the answer of an act that still waits when nobody should wait any longer */
    Acts(Site site, GroupCommit commit, Clock clock, Consumer<Runnable> notTooLate) {
        this.site = site;
        this.commit = commit;
        this.clock = clock;
        this.notTooLate = notTooLate;
    }

    /** An act, made ready: what to write, what to do in memory, and whether it takes a right away. */
    private record Ready(
            Object key, String action, String subject, Change change, Runnable inMemory, boolean restricts) {}

    Future<Reply> apply(Act act, String actor) {
        if (act instanceof Act.Note note) {
            return note(note, actor);
        }
        Reply objection = objection(act);
        if (objection != null) {
            return Future.succeededFuture(objection);
        }
        Ready ready = ready(act);
        if (!ready.restricts && !commit.isUp()) {
            return Future.succeededFuture(new Reply.Unavailable());
        }
        int turn = touched.merge(ready.key, 1, Integer::sum);
        Promise<Reply> reply = Promise.promise();
        if (ready.restricts) {
            ready.inMemory.run();
            if (!commit.isUp()) {
                reply.complete(new Reply.InForce());
            }
        }
        Change audited = new Change.Audited(clock.instant(), actor, ready.action, ready.subject, "");
        commit.add(new Batch.Entry(site.house().site(), List.of(ready.change, audited)), () -> {
            if (!ready.restricts && Integer.valueOf(turn).equals(touched.get(ready.key))) {
                ready.inMemory.run();
            }
            touched.remove(ready.key, turn);
            reply.tryComplete(new Reply.Done());
        });
        notTooLate.accept(() -> reply.tryComplete(ready.restricts ? new Reply.InForce() : new Reply.Unavailable()));
        return reply.future();
    }

    private Future<Reply> note(Act.Note note, String actor) {
        Promise<Reply> reply = Promise.promise();
        Change audited = new Change.Audited(clock.instant(), actor, note.action(), note.subject(), "");
        commit.add(new Batch.Entry(site.house().site(), List.of(audited)), () -> reply.complete(new Reply.Done()));
        return reply.future();
    }

    private Ready ready(Act act) {
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.PutMember put) {
            String id = put.member().id();
            return new Ready(
                    "member " + id,
                    "put-member",
                    id,
                    new Change.MemberIs(put.member()),
                    () -> keeper.put(put.member()),
                    false);
        }
        if (act instanceof Act.EraseMember erase) {
            String id = erase.member();
            return new Ready(
                    "member " + id, "erase-member", id, new Change.MemberErased(id), () -> keeper.erase(id), true);
        }
        if (act instanceof Act.PutMembership put) {
            Membership membership = put.membership();
            return new Ready(
                    "membership " + membership.id(),
                    "put-membership",
                    membership.id(),
                    new Change.MembershipIs(membership),
                    () -> ifKnown(membership.member(), () -> keeper.put(membership)),
                    takesAway(keeper.membership(membership.id()), membership));
        }
        if (act instanceof Act.PutCredential put) {
            Credential credential = put.credential();
            return new Ready(
                    credential.key(),
                    "put-credential",
                    subject(credential.key()),
                    new Change.CredentialIs(credential),
                    () -> ifKnown(credential.member(), () -> keeper.put(credential)),
                    credential.blocked());
        }
        Credential.Key key = ((Act.RemoveCredential) act).key();
        return new Ready(
                key, "remove-credential", subject(key), new Change.CredentialGone(key), () -> keeper.remove(key), true);
    }

    private void ifKnown(String member, Runnable then) {
        if (site.doorkeeper().knows(member)) {
            then.run();
        }
    }

    /** The trail names a credential by its type and the end of its value: whoever reads it cannot copy the card. */
    private static String subject(Credential.Key key) {
        int length = key.value().length();
        return key.type().name().toLowerCase(java.util.Locale.ROOT) + " …"
                + key.value().substring(Math.max(0, length - 4));
    }

    private static boolean takesAway(@Nullable Membership before, Membership after) {
        if (after.status() != Membership.Status.ACTIVE) {
            return true;
        }
        return before != null
                && before.status() == Membership.Status.ACTIVE
                && before.member().equals(after.member())
                && before.plan().equals(after.plan())
                && java.util.Objects.equals(before.zone(), after.zone())
                && !after.from().isBefore(before.from())
                && endsBy(after.until(), before.until());
    }

    private static boolean endsBy(@Nullable LocalDate after, @Nullable LocalDate before) {
        return before == null || (after != null && !after.isAfter(before));
    }

    private @Nullable Reply objection(Act act) {
        List<Reply.FieldError> errors = new ArrayList<>();
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.EraseMember erase && !keeper.knows(erase.member())) {
            return new Reply.Missing("member " + erase.member());
        }
        if (act instanceof Act.RemoveCredential remove && keeper.credential(remove.key()) == null) {
            return new Reply.Missing("credential");
        }
        if (act instanceof Act.PutCredential put
                && !keeper.knows(put.credential().member())) {
            errors.add(unknown("member"));
        }
        if (act instanceof Act.PutMembership put) {
            Membership membership = put.membership();
            if (!keeper.knows(membership.member())) {
                errors.add(unknown("member"));
            }
            if (!site.house().plans().containsKey(membership.plan())) {
                errors.add(unknown("plan"));
            }
            if (membership.zone() != null && !site.house().zones().containsKey(membership.zone())) {
                errors.add(unknown("zone"));
            }
            if (membership.until() != null && membership.until().isBefore(membership.from())) {
                errors.add(new Reply.FieldError("until", new Text("早于开始日期", "is before the first day")));
            }
        }
        return errors.isEmpty() ? null : new Reply.Invalid(errors);
    }

    private static Reply.FieldError unknown(String field) {
        return new Reply.FieldError(field, new Text("不存在", "is not there"));
    }
}
