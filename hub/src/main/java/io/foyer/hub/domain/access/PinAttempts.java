package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.AccessPolicy;
import io.foyer.hub.domain.time.Deadlines;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wrong PINs. A wrong PIN beside a card counts for the card, at all doors together. A PIN that nobody holds counts
 * for its door, and then locks the door for PINs alone. Wrong PINs during a lock do not count, so that the lock ends.
 */
public final class PinAttempts {
    private final Map<String, WrongPins> counts = new HashMap<>();
    /** At or before the last wrong PIN of every count; null where there is no count. */
    private @Nullable Instant oldest;

    /**
     * The number of wrong PINs of a subject.
     *
     * @param subject {@code door/} and the door's id, or the type and value of a credential
     * @param wrong 0 where the hub has forgotten the wrong PINs
     * @param last when the last wrong PIN came
     */
    public record WrongPins(String subject, int wrong, Instant last) {}

    static String door(String id) {
        return "door/" + id;
    }

    static String credential(Credential.CredentialKey key) {
        return key.type().name().toLowerCase(Locale.ROOT) + "/" + key.value();
    }

    void put(WrongPins count) {
        if (count.wrong() == 0) {
            counts.remove(count.subject());
        } else {
            counts.put(count.subject(), count);
            oldest = Deadlines.earliest(oldest, count.last());
        }
    }

    /** When {@link #forget} has work next; null where there is nothing to forget. */
    @Nullable Instant due(AccessPolicy policy) {
        return oldest == null ? null : oldest.plus(policy.lockedFor());
    }

    Collection<WrongPins> all() {
        return counts.values();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    boolean isLocked(String subject, AccessPolicy policy, Instant at) {
        WrongPins count = counts.get(subject);
        return count != null
                && count.wrong() >= policy.wrongPins()
                && at.isBefore(count.last().plus(policy.lockedFor()));
    }

    /** Adds one wrong PIN and returns the new count. */
    WrongPins wrong(String subject, AccessPolicy policy, Instant at) {
        WrongPins before = counts.get(subject);
        boolean goesOn = before != null && at.isBefore(before.last().plus(policy.lockedFor()));
        WrongPins now = new WrongPins(subject, goesOn && before != null ? before.wrong() + 1 : 1, at);
        put(now);
        return now;
    }

    /** Forgets the wrong PINs of a subject after a right one. Empty where there were none. */
    List<WrongPins> right(String subject, Instant at) {
        return counts.remove(subject) == null ? List.of() : List.of(new WrongPins(subject, 0, at));
    }

    /** Forgets old wrong PINs and returns what it forgot. */
    List<WrongPins> forget(AccessPolicy policy, Instant now) {
        List<WrongPins> old = counts.values().stream()
                .filter(count -> !now.isBefore(count.last().plus(policy.lockedFor())))
                .map(count -> new WrongPins(count.subject(), 0, count.last()))
                .toList();
        old.forEach(this::put);
        oldest = counts.values().stream()
                .map(WrongPins::last)
                .min(Instant::compareTo)
                .orElse(null);
        return old;
    }
}
