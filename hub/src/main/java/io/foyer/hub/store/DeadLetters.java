package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.Audited;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.Heard;
import io.foyer.hub.site.Batch.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of an entry that the database refuses. */
final class DeadLetters {
    static final String REASON = "refused-by-database";
    /** How many are kept of a device: the newest. */
    static final int KEPT = 1_000;

    /** Of one device all but its newest $3. */
    static final String TRIM = """
            DELETE FROM dead_letter WHERE site = $1 AND coalesce(device, '') = $2 AND key <= (
              SELECT key FROM dead_letter WHERE site = $1 AND coalesce(device, '') = $2
              ORDER BY key DESC OFFSET $3 LIMIT 1)""";

    /** Of each device all but its newest $1. */
    static final String TRIM_ALL = """
            DELETE FROM dead_letter d USING (
              SELECT site, key, row_number() OVER (PARTITION BY site, coalesce(device, '') ORDER BY key DESC) AS place
              FROM dead_letter) old
            WHERE old.place > $1 AND d.site = old.site AND d.key = old.key""";

    private static final int LONGEST_PAYLOAD = 1024;

    private DeadLetters() {}

    /** The entry as one dead letter, which is the last that is heard of it. */
    static Entry of(Entry refused, Instant now) {
        @Nullable Heard heard = refused.changes().stream()
                .filter(Heard.class::isInstance)
                .map(Heard.class::cast)
                .findFirst()
                .orElse(null);
        DeadLetter letter = heard == null
                ? new DeadLetter(now, null, "", REASON, cut(told(refused.changes())))
                : new DeadLetter(
                        now,
                        heard.device(),
                        "foyer/" + refused.site() + "/" + heard.device() + "/" + heard.kind(),
                        REASON,
                        cut(heard.body()));
        return new Entry(refused.site(), List.of(letter));
    }

    /** What a person tried, as the trail would have called it: names, cards and PINs of others are not told here. */
    private static String told(List<Change> changes) {
        return changes.stream()
                .map(change -> change instanceof Audited tried
                        ? tried.action() + " " + tried.subject() + " by " + tried.actor()
                        : change.getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    /** Without what no text column takes: U+0000, and halves of surrogate pairs. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null || text.codePoints().noneMatch(DeadLetters::isUnfit)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isUnfit(point)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isUnfit(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_PAYLOAD ? text : text.substring(0, LONGEST_PAYLOAD);
    }
}
