package io.foyer.hub.domain.definition;

/** A name or a sentence in the two languages of the pages. */
public record BilingualText(String zh, String en) {
    public static BilingualText of(String both) {
        return new BilingualText(both, both);
    }
}
