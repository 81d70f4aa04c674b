package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meter whose register stands on a payer's statement for some days. What a payer used is the sum of the meters that are
 * not taken off, less those that are.
 *
 * @param until the day after the last one
 * @param isOff true where somebody else pays for what the meter shows, and it lies below a meter of the payer
 */
record OwnedMeter(String payer, String meter, LocalDate from, LocalDate until, boolean isOff) {

    /**
     * The meters of all payers, in the order of the site file. A meter below one of the same payer and the same account shows
     * nothing more, and is left out.
     *
     * @param accounts the meters whose bills are divided
     */
    static List<OwnedMeter> of(SiteDefinition site, MeterOwners owners, Set<String> accounts) {
        List<OwnedMeter> rows = new ArrayList<>();
        for (Meter meter : site.meters().values()) {
            Stretch own = new Stretch(meter.id(), false);
            Stretch off = new Stretch(meter.id(), true);
            for (LocalDate day : owners.days()) {
                String payer = owners.owner(meter.id(), day);
                String above = meter.parent() == null ? null : owners.owner(meter.parent(), day);
                boolean shows = accounts.contains(meter.id()) || !payer.equals(above);
                own.take(shows ? payer : null, day, rows);
                off.take(shows ? above : null, day, rows);
            }
            own.take(null, owners.days().get(owners.days().size() - 1).plusDays(1), rows);
            off.take(null, owners.days().get(owners.days().size() - 1).plusDays(1), rows);
        }
        return rows;
    }

    /** Gathers days of one payer. */
    private static final class Stretch {
        private final String meter;
        private final boolean isOff;
        private @Nullable String payer;
        private LocalDate from = LocalDate.MIN;

        Stretch(String meter, boolean isOff) {
            this.meter = meter;
            this.isOff = isOff;
        }

        void take(@Nullable String next, LocalDate day, List<OwnedMeter> rows) {
            String before = payer;
            if (before != null && !before.equals(next)) {
                rows.add(new OwnedMeter(before, meter, from, day, isOff));
            }
            if (next != null && !next.equals(before)) {
                from = day;
            }
            payer = next;
        }
    }
}
