package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.house.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the credentials of a file can be, beside what is registered and what is under way. They are asked one by one,
 * in as many turns as that takes; whatever people change meanwhile is asked again. So when there is nothing more to ask,
 * all the answers are true at once.
 */
final class Screening implements Iterator<Integer> {
    /** More are only counted. */
    static final int MOST_TOLD = 1_000;

    private final FileCredentials file;
    private final Objections objections;
    private final UnderWay underWay;
    private final Doorkeeper keeper;
    private final List<Credential> screened;
    private final BitSet refused = new BitSet();
    private final Deque<Integer> again = new ArrayDeque<>();
    private int next;

    Screening(FileCredentials file, Objections objections, UnderWay underWay, Doorkeeper keeper) {
        this.file = file;
        this.objections = objections;
        this.underWay = underWay;
        this.keeper = keeper;
        this.screened = new ArrayList<>(file.size());
    }

    @Override
    public boolean hasNext() {
        return next < file.size() || !again.isEmpty();
    }

    @Override
    public Integer next() {
        return next < file.size() ? (Integer) next++ : again.remove();
    }

    void ask(int place) {
        FileCredentials.One one = file.all().get(place);
        Credential given = meant(one);
        refused.set(place, objection(one, given) != null);
        Credential will = given.pin() == null ? underWay.keepingPin(given, keeper) : given;
        if (place < screened.size()) {
            screened.set(place, will);
        } else {
            screened.add(will);
        }
    }

    /** A card may be named by any reading of it, as in a single act: that one is meant, if it is of the same member. */
    private Credential meant(FileCredentials.One one) {
        Credential given = one.credential();
        if (given.pin() != null || underWay.credential(given.key(), keeper) != null) {
            return given;
        }
        Credential shown = keeper.shown(given.key());
        if (shown == null || !shown.member().equals(given.member())) {
            return given;
        }
        Credential.Key key = shown.key();
        return one.others().anyMatch(key::equals) && underWay.credential(key, keeper) != null
                ? new Credential(key, given.member(), given.blocked(), given.until())
                : given;
    }

    private @Nullable Text objection(FileCredentials.One one, Credential given) {
        Credential before = underWay.credential(given.key(), keeper);
        if (before != null) {
            return before.member().equals(given.member()) ? null : Objections.heldBy(before.member());
        }
        Credential clash = objections.lookalike(one.others());
        return clash == null ? null : Objections.lookalike(clash.key().value());
    }

    /** Somebody has begun to change this. */
    void changed(Object key, @Nullable Object value) {
        if (key instanceof Credential.Key credential) {
            askAgain(credential);
            credential.lookalikes().forEach(this::askAgain);
        } else if (value == null && Readying.isOfMember(key)) {
            // Who was erased had cards and PINs that are nobody's now.
            next = 0;
        }
    }

    private void askAgain(Credential.Key key) {
        Integer known = file.place(key);
        if (known != null) {
            again.add(known);
        }
    }

    /** The credentials as they will be, when all were asked: with the PINs that they have. */
    List<Credential> credentials() {
        return screened;
    }

    /** {@link Reply.Refused}, or {@link Reply.Done} where nothing objects. */
    Reply reply() {
        if (refused.isEmpty()) {
            return new Reply.Done();
        }
        Map<Credential.Key, Text> told = new LinkedHashMap<>();
        refused.stream().limit(MOST_TOLD).mapToObj(file.all()::get).forEach(one -> {
            Text objection = objection(one, meant(one));
            if (objection != null) {
                told.put(one.credential().key(), objection);
            }
        });
        return new Reply.Refused(told, refused.cardinality() - told.size());
    }
}
