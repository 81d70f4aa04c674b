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
 * Wrong PINs: beside a card they are counted on the card, at all doors together; a PIN that is nobody's is counted at its
 * door, and locks that door for PINs alone. A locked one is not counted any further, so that a lock ends.
 */
public final class PinAttempts {
    private final Map<String, WrongPins> counts = new HashMap<>();
    /** Not after the last wrong PIN of any count; null where there is none. */
    private @Nullable Instant oldest;

    /**
     * So many wrong ones.
     *
     * @param subject {@code door/} and its id, or a credential's type and value
     * @param last when the last of them was; 0 wrong ones where nothing is held against it any more
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

    /** When {@link #forget} has something to do next; null where there is nothing to forget. */
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

    /** One more; gives the count as it is now. */
    WrongPins wrong(String subject, AccessPolicy policy, Instant at) {
        WrongPins before = counts.get(subject);
        boolean goesOn = before != null && at.isBefore(before.last().plus(policy.lockedFor()));
        WrongPins now = new WrongPins(subject, goesOn && before != null ? before.wrong() + 1 : 1, at);
        put(now);
        return now;
    }

    /** Nothing is held against it any more; empty where nothing was. */
    List<WrongPins> right(String subject, Instant at) {
        return counts.remove(subject) == null ? List.of() : List.of(new WrongPins(subject, 0, at));
    }

    /** Forgets what is old; gives what was forgotten. */
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
