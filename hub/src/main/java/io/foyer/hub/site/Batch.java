package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.domain.ChangeVisitor;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.time.Duration;
import java.util.List;

/** The changes that become durable together, in this order. */
public record Batch(List<BatchEntry> entries) {
    private static final Duration A_THING = Duration.ofNanos(100_000);

    public Batch {
        entries = List.copyOf(entries);
    }

    /** Hands every change to the method of its kind. */
    public void accept(ChangeVisitor changes) {
        entries.forEach(entry -> entry.accept(changes));
    }

    /**
     * How much longer this batch may take than a batch without a file of people. A large file takes long to write; that
     * is no silence of the database.
     */
    public Duration patience() {
        ThingCount things = new ThingCount();
        accept(things);
        return A_THING.multipliedBy(things.count);
    }

    private static final class ThingCount extends ChangeAdapter {
        private long count;

        @Override
        public void people(List<Member> members, List<Membership> memberships, List<Credential> credentials) {
            count += members.size() + memberships.size() + credentials.size();
        }
    }

    /** All changes of one signal. The store keeps all of them or, where the database refuses their content, none. */
    public record BatchEntry(String site, List<Change> changes) {
        public BatchEntry {
            changes = List.copyOf(changes);
        }

        /** Hands every change to the method of its kind. */
        public void accept(ChangeVisitor to) {
            changes.forEach(change -> change.accept(to));
        }
    }
}
