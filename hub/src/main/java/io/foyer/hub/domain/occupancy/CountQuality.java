package io.foyer.hub.domain.occupancy;

import java.util.List;

/** How well the people of a site are counted. */
public final class CountQuality {
    private final SensorLayout layout;

    CountQuality(SensorLayout layout) {
        this.layout = layout;
    }

    /** How far the counts of each zone are from the truth, in the order of the site file. */
    public List<AccuracyState> accuracies() {
        return layout.zones.values().stream().map(zone -> zone.accuracy.state()).toList();
    }

    /** Takes how far the counts of zones were from the truth before a restart. */
    public void recall(List<AccuracyState> accuracies) {
        accuracies.forEach(state -> {
            ZoneNode zone = layout.zones.get(state.zone());
            if (zone != null) {
                zone.accuracy.restore(state);
            }
        });
    }

    /** Whether lines at the border of a zone could carry a count on now. */
    public BorderCover border(String zone) {
        ZoneNode node = layout.zones.get(zone);
        if (node == null || node.lines.isEmpty()) {
            return BorderCover.NONE;
        }
        return SensorTally.of(node.lines, true).isKnown() ? BorderCover.COUNTED : BorderCover.SILENT;
    }

    /** What tells of those who pass the border of a zone. */
    public enum BorderCover {
        /** No line counts there. */
        NONE,
        /** None of its lines is known now. */
        SILENT,
        COUNTED
    }

    /** The sensors, each with its faults, in the order of their ids. */
    public List<SensorReport> sensors() {
        return SensorReport.of(layout.sensors.values());
    }
}
