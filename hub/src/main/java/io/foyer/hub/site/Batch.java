package io.foyer.hub.site;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.MessageRecord;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.domain.ChangeVisitor;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The changes that become durable together, in this order. */
public final class Batch {
    private static final long SECONDS_A_DAY = 86_400;
    private static final Duration A_THING = Duration.ofNanos(100_000);

    private final List<BatchEntry> entries;
    private final BatchContents contents = new BatchContents();

    public Batch(List<BatchEntry> entries) {
        this.entries = List.copyOf(entries);
        accept(contents);
    }

    public List<BatchEntry> entries() {
        return entries;
    }

    /** Hands every change to the method of its kind. */
    public void accept(ChangeVisitor changes) {
        entries.forEach(entry -> entry.accept(changes));
    }

    /**
     * How much longer this batch may take than a batch without a file of people, a fold or a repair. Large ones take long
     * to write; that is no silence of the database.
     */
    public Duration patience() {
        return A_THING.multipliedBy(contents.things);
    }

    /** True where a change is a dead letter. */
    public boolean hasLetters() {
        return contents.letters;
    }

    /** The days (UTC, from 1970-01-01) on which messages of this batch arrived. */
    public Set<Long> arrivalDays() {
        return Collections.unmodifiableSet(contents.days);
    }

    /** What one walk through the changes finds. */
    private static final class BatchContents extends ChangeAdapter {
        private final Set<Long> days = new TreeSet<>();
        private long latestDay = Long.MIN_VALUE;
        private long things;
        private boolean letters;

        @Override
        public void heard(MessageRecord message) {
            long day = Math.floorDiv(message.stamp().arrived().getEpochSecond(), SECONDS_A_DAY);
            if (day != latestDay) {
                latestDay = day;
                days.add(day);
            }
        }

        @Override
        public void letter(DeadLetter letter) {
            letters = true;
        }

        @Override
        public void people(List<Member> members, List<Membership> memberships, List<Credential> credentials) {
            things += members.size() + memberships.size() + credentials.size();
        }

        @Override
        public void folded(String meter, RegisterFold fold) {
            things += fold.changed().size() + fold.quarters().size();
        }

        @Override
        public void repaired(Repair repair) {
            things += repair.size();
        }

        @Override
        public void repairGone(Repair repair) {
            things += repair.size();
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
