package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Visit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people have changed that is on its way to the store: of each thing how it will be. So a change that waited does
 * not undo a later one, and the next is made from the newest.
 */
final class UnderWay {
    private final Map<Object, Turn> newest = new HashMap<>();
    private @Nullable Screening screening;
    private @Nullable PeopleFile file;

    /**
     * How often a thing was touched meanwhile, and what it will be; null where it is going.
     *
     * @param ways of each change that is not settled how to undo it, in their order
     */
    private record Turn(int number, @Nullable Object value, Deque<Runnable> ways) {}

    /** A change of a thing begins, which {@code undo} takes out of memory again; gives its number. */
    int begin(Object key, @Nullable Object value, Runnable undo) {
        Turn before = newest.get(key);
        int number = before != null ? before.number + 1 : file != null && file.mayHold(key) ? 2 : 1;
        Deque<Runnable> ways = before != null ? before.ways : new ArrayDeque<>();
        ways.addLast(undo);
        newest.put(key, new Turn(number, value, ways));
        if (screening != null) {
            screening.changed(key, value);
        }
        if (file != null) {
            file.changed(key, value);
        }
        return number;
    }

    /** A file is looked through, and hears of all that begins meanwhile. */
    void screen(Screening begun) {
        screening = begun;
    }

    void screened() {
        screening = null;
    }

    /** A file begins: all that it has, at once. There is one at a time. */
    void begin(PeopleFile people) {
        file = people;
    }

    /** It is in force, or does not come. */
    void fileEnded() {
        file = null;
    }

    /** The change of this number has arrived. True where no later one is under way. */
    boolean end(Object key, int number) {
        Turn last = newest.get(key);
        if (last != null) {
            last.ways.pollFirst();
        }
        return last != null && last.number == number && newest.remove(key) != null;
    }

    /** The change of this number does not come; gives what brings memory back to how the store has the thing. */
    Runnable undo(Object key, int number) {
        Turn last = newest.get(key);
        Runnable way = last == null ? null : last.ways.pollFirst();
        if (last == null || way == null) {
            return () -> {};
        }
        if (last.number == number) {
            newest.remove(key);
            return way;
        }
        // What came after it was made from it, and its way back leads no further than to it.
        last.ways.pollFirst();
        last.ways.addFirst(way);
        return () -> {};
    }

    /** True where nothing else that is under way has to do with what this change makes of a thing. */
    boolean isAlone(Object key, int number) {
        Turn last = newest.get(key);
        return number == 1 && last != null && last.number == 1;
    }

    /** What a thing will be: as it is under way, or else as it is now. */
    <T> @Nullable T of(Object key, Class<T> type, @Nullable T now) {
        Credential inFile =
                file != null && key instanceof Credential.Key credential ? file.credential(credential) : null;
        if (inFile != null) {
            return type.cast(inFile);
        }
        Turn coming = newest.get(key);
        return coming == null ? now : coming.value == null ? null : type.cast(coming.value);
    }

    @Nullable Credential credential(Credential.Key key, Doorkeeper keeper) {
        return of(key, Credential.class, keeper.credential(key));
    }

    /** None of a host who was erased, whatever was under way with it then. */
    @Nullable Visit visit(String id, Doorkeeper keeper) {
        Visit visit = of(Readying.keyOfVisit(id), Visit.class, keeper.visit(id));
        return visit != null && keeper.knows(visit.host()) ? visit : null;
    }

    /** The credential with the PIN that it has, if it stays with its member. */
    Credential keepingPin(Credential credential, Doorkeeper keeper) {
        Credential before = credential(credential.key(), keeper);
        return before != null && before.member().equals(credential.member())
                ? credential.withPin(before.pin())
                : credential;
    }

    /** All of a kind that will be there, but for what a file brings. */
    <T> Stream<T> all(Class<T> type) {
        return newest.values().stream()
                .map(Turn::value)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
