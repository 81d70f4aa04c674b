package io.foyer.hub.domain;

import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.util.ArrayList;
import java.util.List;

/** What a signal brings about: what must be kept, who is told at once, and what viewers will see changed. */
public final class Effects {
    private final List<Change> changes = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<ZoneCount> zones = new ArrayList<>();
    private final List<String> meters = new ArrayList<>();
    private final List<String> doors = new ArrayList<>();

    void keep(Change change) {
        changes.add(change);
    }

    void keep(List<Change> more) {
        changes.addAll(more);
    }

    void order(Order order) {
        orders.add(order);
    }

    void show(List<ZoneCount> changed) {
        zones.addAll(changed);
    }

    void count(Occupancy.Changed changed) {
        keep(changed.changes());
        show(changed.zones());
    }

    void showMeter(String meter) {
        meters.add(meter);
    }

    void showDoor(String door) {
        doors.add(door);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && orders.isEmpty() && zones.isEmpty() && meters.isEmpty() && doors.isEmpty();
    }

    /** To be kept, in this order. */
    public List<Change> changes() {
        return changes;
    }

    /** To be sent now. */
    public List<Order> orders() {
        return orders;
    }

    /** Zones whose count changed, each as it is now. */
    public List<ZoneCount> zones() {
        return zones;
    }

    /** Meters that show something else now. */
    public List<String> meters() {
        return meters;
    }

    /** Doors that show something else now. */
    public List<String> doors() {
        return doors;
    }
}
