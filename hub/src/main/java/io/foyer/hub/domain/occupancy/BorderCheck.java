package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.LineStretch.SureCount;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the lines at the border of a zone have counted between two sure counts with how the people there have
 * become more or fewer. The difference is held against a line that is the only one between the zone and the zone that
 * holds it, or that counts in one direction alone and explains the difference by that.
 */
final class BorderCheck {
    private final List<LineCrossing> crossings = new ArrayList<>();
    private final SureCount before;
    private final SureCount now;

    private BorderCheck(ZoneNode zone, SureCount before, SureCount now) {
        this.before = before;
        this.now = now;
        for (OccupancySensor line : zone.lines) {
            line.crossings.stream().filter(crossing -> crossing.zone() == zone).forEach(crossings::add);
        }
    }

    /** What a stretch has told of the lines of a zone. */
    record BorderFinding(
            SureCount before,
            SureCount now,
            boolean erred,
            @Nullable BlamedLine blamed) {}

    /** The line that is held for wrong, and what it has counted. */
    record BlamedLine(LineStretch stretch, int entries, int exits) {}

    /** Ends the stretch of a zone's lines, if it tells anything; null where it goes on, or was broken. */
    static @Nullable BorderFinding of(ZoneNode zone, SureCount now) {
        SureCount before = zone.sure;
        if (before == null) {
            new BorderCheck(zone, now, now).begin(zone);
            return null;
        }
        BorderCheck check = new BorderCheck(zone, before, now);
        boolean broken = check.crossings.stream().anyMatch(crossing -> crossing.stretch().broken);
        if (!broken && !check.isTelling()) {
            return null;
        }
        BorderFinding finding =
                broken ? null : new BorderFinding(before, now, check.erred(), check.erred() ? check.blamed() : null);
        check.begin(zone);
        return finding;
    }

    private void begin(ZoneNode zone) {
        zone.sure = now;
        crossings.forEach(crossing -> crossing.stretch().begin());
    }

    private int passages() {
        return crossings.stream()
                .mapToInt(crossing -> crossing.stretch().passages())
                .sum();
    }

    private int more() {
        return now.people() - before.people();
    }

    /** People whom the lines have too many, or too few where negative. */
    private int error() {
        return crossings.stream().mapToInt(crossing -> crossing.stretch().net()).sum() - more();
    }

    private boolean isTelling() {
        return passages() + Math.abs(more()) >= HealthLimits.TELLING;
    }

    private boolean erred() {
        double most = HealthLimits.ERRED_SHARE * Math.max(passages(), Math.abs(more()));
        return Math.abs(error()) >= Math.max(HealthLimits.ERRED_PEOPLE, most);
    }

    private @Nullable BlamedLine blamed() {
        List<LineStretch> wrong = crossings.stream()
                .filter(crossing -> crossings.size() == 1 ? crossing.whole() : explains(crossing.stretch()))
                .map(LineCrossing::stretch)
                .toList();
        if (wrong.size() != 1) {
            return null;
        }
        LineStretch line = wrong.get(0);
        return new BlamedLine(line, line.entries, line.exits);
    }

    private boolean explains(LineStretch stretch) {
        int error = error();
        return stretch.isOneWay()
                && Integer.signum(stretch.net()) == Integer.signum(error)
                && Math.abs(stretch.net()) >= 0.8 * Math.abs(error)
                && stretch.passages() >= HealthLimits.TELLING;
    }
}
