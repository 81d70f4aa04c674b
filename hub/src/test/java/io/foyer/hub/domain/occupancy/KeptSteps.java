package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.occupancy.ZoneStep.StepSize;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The steps that a store must have kept of a zone's points, each made of all points anew. */
public final class KeptSteps {
    private KeptSteps() {}

    /** The points in order of time. */
    public static List<ZoneStep> of(StepSize size, Collection<CountPoint> points) {
        List<CountPoint> all = List.copyOf(points);
        return all.stream()
                .map(point -> size.startOf(point.at()))
                .distinct()
                .map(start -> step(size, start, all))
                .toList();
    }

    private static ZoneStep step(StepSize size, Instant start, List<CountPoint> all) {
        Instant end = start.plusSeconds(size.seconds());
        List<CountPoint> inside = new ArrayList<>();
        long people = 0;
        long known = 0;
        long used = 0;
        Integer most = null;
        for (int i = 0; i < all.size(); i++) {
            CountPoint point = all.get(i);
            Instant next = i + 1 < all.size() && all.get(i + 1).at().isBefore(end)
                    ? all.get(i + 1).at()
                    : end;
            Instant since = point.at().isBefore(start) ? start : point.at();
            if (point.at().isBefore(end) && since.isBefore(next) && point.count() != null) {
                long time = since.until(next, ChronoUnit.MICROS);
                people += time * point.count();
                known += time;
                used += point.count() > 0 ? time : 0;
                if (next.isBefore(end)) {
                    most = most == null ? point.count() : Integer.valueOf(Math.max(most, point.count()));
                }
            }
            if (!point.at().isBefore(start) && point.at().isBefore(end)) {
                inside.add(point);
            }
        }
        CountPoint last = inside.get(inside.size() - 1);
        return new ZoneStep(
                start,
                size,
                last.at(),
                last.count(),
                people,
                known,
                used,
                most,
                inside.stream().mapToLong(CountPoint::entries).sum(),
                inside.stream().mapToLong(CountPoint::exits).sum());
    }

    /** Of one zone: the last step that begins before {@code from}, and those that begin before {@code to}. */
    public static List<ZoneStep> of(StepSize size, String zone, List<CountPoint> points, Instant from, Instant to) {
        List<ZoneStep> found = new ArrayList<>();
        List<CountPoint> ofZone =
                points.stream().filter(point -> point.zone().equals(zone)).toList();
        for (ZoneStep step : of(size, ofZone)) {
            if (step.start().isBefore(from)) {
                found.clear();
            }
            if (step.start().isBefore(to)) {
                found.add(step);
            }
        }
        return found;
    }
}
