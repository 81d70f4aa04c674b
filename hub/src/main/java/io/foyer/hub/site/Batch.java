package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.domain.ChangeVisitor;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import java.time.Duration;
import java.util.List;

/** What becomes durable together, in this order. */
public record Batch(List<BatchEntry> entries) {
    private static final Duration A_THING = Duration.ofNanos(100_000);

    public Batch {
        entries = List.copyOf(entries);
    }

    /** Hands every change to the method of its kind. */
    public void accept(ChangeVisitor changes) {
        entries.forEach(entry -> entry.accept(changes));
    }

    /** How much longer it may take than a batch of single things: a file of people takes its time, which is no silence. */
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

    /** All that one signal left behind: it is kept whole or, where the database refuses its content, not at all. */
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
