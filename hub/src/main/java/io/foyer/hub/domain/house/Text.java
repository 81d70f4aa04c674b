package io.foyer.hub.domain.house;

/** A name or a sentence in the two languages of the pages. */
public record Text(String zh, String en) {
    public static Text of(String both) {
        return new Text(both, both);
    }
}
