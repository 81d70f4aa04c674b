package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.house.Text;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a whole file of people in: one entry of a batch, so all of it becomes durable or nothing, and in force in one
 * turn of the loop after that.
 */
final class PeopleImport {
    private final Site site;
    private final UnderWay underWay;
    private final GroupCommit commit;
    private final Clock clock;

    PeopleImport(Site site, UnderWay underWay, GroupCommit commit, Clock clock) {
        this.site = site;
        this.underWay = underWay;
        this.commit = commit;
        this.clock = clock;
    }

    /** One thing of the file, and its number among what is under way. */
    private record Part(Object key, int number, Runnable inMemory) {}

    Future<Reply> apply(Act.ImportPeople act, String actor) {
        Reply objections = objectionsTo(act.credentials());
        if (!(objections instanceof Reply.Done)) {
            return Future.succeededFuture(objections);
        }
        if (!commit.isUp()) {
            return Future.succeededFuture(new Reply.Unavailable());
        }
        Doorkeeper keeper = site.doorkeeper();
        List<Credential> credentials = act.credentials().stream()
                .map(credential -> credential.pin() == null ? underWay.keepingPin(credential, keeper) : credential)
                .toList();
        List<Part> parts = new ArrayList<>();
        act.members()
                .forEach(member -> parts.add(part(Readying.keyOfMember(member.id()), null, () -> keeper.put(member))));
        act.memberships()
                .forEach(membership -> parts.add(part(
                        Readying.keyOfMembership(membership.id()),
                        null,
                        () -> Readying.ifKnown(keeper, membership.member(), () -> keeper.put(membership)))));
        credentials.forEach(credential -> parts.add(part(
                credential.key(),
                credential,
                () -> Readying.ifKnown(keeper, credential.member(), () -> keeper.put(credential)))));
        String subject = act.members().size() + " members, " + act.memberships().size() + " memberships, "
                + credentials.size() + " credentials";
        Promise<Reply> reply = Promise.promise();
        commit.add(
                new Batch.Entry(
                        site.house().site(),
                        List.of(
                                new Change.PeopleAre(act.members(), act.memberships(), credentials),
                                new Change.Audited(clock.instant(), actor, "import-people", subject, ""))),
                () -> {
                    parts.stream()
                            .filter(part -> underWay.end(part.key, part.number))
                            .forEach(part -> part.inMemory.run());
                    reply.complete(new Reply.Done());
                });
        return reply.future();
    }

    /** {@link Reply.Refused}, or {@link Reply.Done} where nothing objects. */
    Reply objectionsTo(List<Credential> credentials) {
        SortedMap<Integer, Text> objections = new TreeMap<>();
        for (int i = 0; i < credentials.size(); i++) {
            Text objection = objectionTo(credentials.get(i));
            if (objection != null) {
                objections.put(i, objection);
            }
        }
        return objections.isEmpty() ? new Reply.Done() : new Reply.Refused(objections);
    }

    private @Nullable Text objectionTo(Credential credential) {
        Credential clash = site.doorkeeper().clash(credential.key());
        return clash == null ? null : Objections.lookalike(clash.key().value());
    }

    private Part part(Object key, @Nullable Object value, Runnable inMemory) {
        return new Part(key, underWay.begin(key, value), inMemory);
    }
}
