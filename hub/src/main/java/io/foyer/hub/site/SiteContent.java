package io.foyer.hub.site;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content of a site file as others may see it. Most of a start's files are those of the start before, and then nobody
 * asks for their content. So the content is made at the first question.
 */
public final class SiteContent {
    private final String fingerprint;
    private final Supplier<PublishedContent> source;
    private @Nullable PublishedContent made;

    /**
     * What others may see.
     *
     * @param json the file's own keys as JSON, without the secrets
     * @param parts the content thing by thing, such as {@code zone lounge}, to compare with another version
     */
    public record PublishedContent(String json, Map<String, String> parts) {
        public PublishedContent {
            parts = Map.copyOf(parts);
        }
    }

    /**
     * @param fingerprint two contents with the same fingerprint are the same content
     * @param source makes the content; is called once at most
     */
    public SiteContent(String fingerprint, Supplier<PublishedContent> source) {
        this.fingerprint = fingerprint;
        this.source = source;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /** Any thread may ask. */
    public synchronized PublishedContent published() {
        if (made == null) {
            made = source.get();
        }
        return made;
    }
}
