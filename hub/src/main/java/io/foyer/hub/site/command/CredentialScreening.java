package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.definition.BilingualText;
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
 * Screens the credentials of a file against the registered and pending ones. The screening takes one credential after
 * another, in as many turns of the loop as that needs. Where a command changes a credential meanwhile, it is screened
 * again. When nothing is left to screen, all answers are therefore true at the same moment.
 */
public final class CredentialScreening implements Iterator<Integer> {
    /** Objections beyond this number are only counted. */
    public static final int MOST_TOLD = 1_000;

    private final FileCredentials file;
    private final CredentialLookup lookup;
    private final List<Credential> screened;
    private final BitSet refused = new BitSet();
    private final Deque<Integer> again = new ArrayDeque<>();
    private int next;

    public CredentialScreening(FileCredentials file, CredentialLookup lookup) {
        this.file = file;
        this.lookup = lookup;
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

    /** Screens the credential at one place of the file. */
    public void screen(int place) {
        FileCredential written = file.all().get(place);
        Credential meant = meant(written);
        refused.set(place, objection(written, meant) != null);
        Credential after = meant.pin() == null ? lookup.withKeptPin(meant) : meant;
        if (place < screened.size()) {
            screened.set(place, after);
        } else {
            screened.add(after);
        }
    }

    /** The credential that a file means. A file may name a card of the same member by any reading of the card. */
    private Credential meant(FileCredential written) {
        Credential given = written.credential();
        if (given.pin() != null || lookup.credential(given.key()) != null) {
            return given;
        }
        Credential shown = lookup.shown(given.key());
        if (shown == null || !shown.member().equals(given.member())) {
            return given;
        }
        Credential.CredentialKey key = shown.key();
        return written.others().anyMatch(key::equals) && lookup.credential(key) != null
                ? new Credential(key, given.member(), given.blocked(), given.until())
                : given;
    }

    private @Nullable BilingualText objection(FileCredential written, Credential meant) {
        Credential before = lookup.credential(meant.key());
        if (before != null) {
            return before.member().equals(meant.member()) ? null : CredentialLookup.heldBy(before.member());
        }
        Credential clash = lookup.first(written.others());
        return clash == null ? null : CredentialLookup.lookalike(clash.key().value());
    }

    /** A command has begun to change a thing; {@code value} is null where the command removes it. */
    void changed(RecordKey<?> key, @Nullable Object value) {
        Credential.CredentialKey credential = key.credential();
        if (credential != null) {
            screenAgain(credential);
            credential.lookalikes().forEach(this::screenAgain);
        } else if (value == null && key.isOf(Member.class)) {
            // Nobody holds the cards and PINs of the erased member any more.
            next = 0;
        }
    }

    private void screenAgain(Credential.CredentialKey key) {
        Integer place = file.place(key);
        if (place != null) {
            again.add(place);
        }
    }

    /** The credentials of the file with the PINs that they keep; complete when all are screened. */
    public List<Credential> credentials() {
        return screened;
    }

    /** {@link Reply.CredentialRefusal}, or {@link Reply.Success} where nothing objects. */
    public Reply reply() {
        if (refused.isEmpty()) {
            return new Reply.Success();
        }
        Map<Credential.CredentialKey, BilingualText> told = new LinkedHashMap<>();
        refused.stream().limit(MOST_TOLD).mapToObj(file.all()::get).forEach(written -> {
            BilingualText objection = objection(written, meant(written));
            if (objection != null) {
                told.put(written.credential().key(), objection);
            }
        });
        return new Reply.CredentialRefusal(told, refused.cardinality() - told.size());
    }
}
