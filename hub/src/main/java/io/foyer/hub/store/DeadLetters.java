package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.MessageRecord;
import io.foyer.hub.domain.ChangeAdapter;
import io.foyer.hub.site.Batch.BatchEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes dead letters of the entries that the database refuses. */
final class DeadLetters {
    static final String REASON = "refused-by-database";
    /** How many dead letters of a device the hub keeps: the newest ones. */
    static final int KEPT = 1_000;

    /** Deletes the dead letters of one device, except the newest $3. */
    static final String TRIM = """
            DELETE FROM dead_letter WHERE site = $1 AND coalesce(device, '') = $2 AND key <= (
              SELECT key FROM dead_letter WHERE site = $1 AND coalesce(device, '') = $2
              ORDER BY key DESC OFFSET $3 LIMIT 1)""";

    /** Deletes the dead letters of each device, except its newest $1. */
    static final String TRIM_ALL = """
            DELETE FROM dead_letter d USING (
              SELECT site, key, row_number() OVER (PARTITION BY site, coalesce(device, '') ORDER BY key DESC) AS place
              FROM dead_letter) old
            WHERE old.place > $1 AND d.site = old.site AND d.key = old.key""";

    private static final int LONGEST_PAYLOAD = 1024;

    private DeadLetters() {}

    /** Makes one dead letter of a refused entry. Nothing else remains of the entry. */
    static BatchEntry of(BatchEntry refused, Instant now) {
        Contents contents = Contents.of(refused);
        @Nullable MessageRecord heard = contents.heard;
        DeadLetter letter = heard == null
                ? new DeadLetter(now, null, "", REASON, cut(summary(refused)))
                : new DeadLetter(
                        now,
                        heard.device(),
                        "foyer/" + refused.site() + "/" + heard.device() + "/" + heard.kind(),
                        REASON,
                        cut(heard.body()));
        return new BatchEntry(refused.site(), List.of(letter));
    }

    /** True where an entry has dead letters only. */
    static boolean areAll(BatchEntry entry) {
        return Contents.of(entry).letters == entry.changes().size();
    }

    private static String summary(BatchEntry refused) {
        return refused.changes().stream().map(Change::summary).collect(Collectors.joining(", "));
    }

    /** Reads the message of an entry, if there is one, and counts the dead letters in the entry. */
    private static final class Contents extends ChangeAdapter {
        private @Nullable MessageRecord heard;
        private int letters;

        static Contents of(BatchEntry entry) {
            Contents contents = new Contents();
            entry.accept(contents);
            return contents;
        }

        @Override
        public void heard(MessageRecord message) {
            heard = heard == null ? message : heard;
        }

        @Override
        public void letter(DeadLetter letter) {
            letters++;
        }
    }

    /** Removes what no text column takes: U+0000, and halves of surrogate pairs. */
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
