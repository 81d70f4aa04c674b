package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Credential;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a file, each key once. To find their lookalikes takes long. The reader of the file does that, away
 * from the loop that answers the doors.
 */
public final class FileCredentials {
    private final List<FileCredential> all;
    private final Map<Credential.CredentialKey, Integer> places;

    public FileCredentials(List<FileCredential> all) {
        this.all = List.copyOf(all);
        this.places = new HashMap<>(2 * all.size());
        for (int place = 0; place < all.size(); place++) {
            places.put(all.get(place).credential().key(), place);
        }
    }

    public List<FileCredential> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    @Nullable Integer place(Credential.CredentialKey key) {
        return places.get(key);
    }
}
