package io.foyer.hub.site;

import io.foyer.hub.domain.access.Credential;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a file, each key once. What takes long to find out about them is found out where this is made: away
 * from the loop that answers the doors.
 */
public final class FileCredentials {
    private final List<One> all;
    private final Map<Credential.Key, Integer> places;

    /**
     * One of them.
     *
     * @param lookalikes the values of others that a reader might take for it, with blanks between them: as keys they would
     *     take several times the memory
     */
    public record One(Credential credential, String lookalikes) {
        public static One of(Credential credential) {
            return new One(
                    credential,
                    credential.key().lookalikes().stream()
                            .map(Credential.Key::value)
                            .collect(Collectors.joining(" ")));
        }

        /** Others that a reader might take for it. */
        public Stream<Credential.Key> others() {
            return lookalikes.isEmpty()
                    ? Stream.empty()
                    : Stream.of(lookalikes.split(" "))
                            .map(value -> new Credential.Key(credential.key().type(), value));
        }
    }

    public FileCredentials(List<One> all) {
        this.all = List.copyOf(all);
        this.places = new HashMap<>(2 * all.size());
        for (int place = 0; place < all.size(); place++) {
            places.put(all.get(place).credential.key(), place);
        }
    }

    public List<One> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    @Nullable Integer place(Credential.Key key) {
        return places.get(key);
    }
}
