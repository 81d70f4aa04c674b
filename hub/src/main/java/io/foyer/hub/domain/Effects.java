package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessChanges;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.EnergyEffects;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterEpoch;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.OccupancyEffects;
import io.foyer.hub.domain.occupancy.SensorFault;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.occupancy.ZoneCount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signal leads to: the changes to keep, the orders to send at once, and what viewers will see change. The parts
 * of the domain write their changes here, each through its own interface, and know nothing of each other.
 */
public final class Effects implements AccessChanges, EnergyEffects, OccupancyEffects {
    private final List<Change> changes = new ArrayList<>();
    // Most signals have none of these. A list for each would cost an allocation for every message.
    private List<DoorOrder> orders = List.of();
    private Map<String, ZoneCount> zones = Map.of();
    private List<String> meters = List.of();
    private List<String> doors = List.of();
    private List<SensorFault> faults = List.of();
    private List<RegisterEpoch> epochs = List.of();

    void keep(Change change) {
        changes.add(change);
    }

    void keep(List<Change> more) {
        changes.addAll(more);
    }

    /** Keeps an alarm as it is now; null where nothing has changed. */
    void alarm(@Nullable Alarm now) {
        if (now != null) {
            keep(new Change.AlarmUpdate(now));
        }
    }

    @Override
    public void whereabouts(Whereabouts whereabouts) {
        keep(new AccessChange.WhereaboutsUpdate(whereabouts));
    }

    @Override
    public void whereaboutsGone(String person) {
        keep(new AccessChange.WhereaboutsRemoval(person));
    }

    @Override
    public void dayUsed(String membership, LocalDate day) {
        keep(new AccessChange.DayUse(membership, day));
    }

    @Override
    public void attempts(PinAttempts.WrongPins count) {
        keep(new AccessChange.AttemptsUpdate(count));
    }

    /** Keeps the report of a contact, and shows the door to viewers again. */
    @Override
    public void contact(DoorContact contact) {
        keep(new AccessChange.ContactUpdate(contact));
        showDoor(contact.door());
    }

    @Override
    public void doorActivity(DoorActivity activity) {
        keep(new AccessChange.DoorActivityUpdate(activity));
    }

    @Override
    public void read(String meter, JudgedReading judged) {
        keep(new EnergyChange.ReadingRecord(meter, judged));
    }

    @Override
    public void booked(Quarter quarter) {
        keep(new EnergyChange.QuarterUpdate(quarter));
    }

    @Override
    public void rate(String meter, @Nullable Double rate, Instant asOf) {
        keep(new EnergyChange.RateUpdate(meter, rate, asOf));
    }

    @Override
    public void folded(String meter, RegisterFold fold) {
        keep(new EnergyChange.FoldUpdate(meter, fold));
    }

    @Override
    public void late(String meter, Reading reading) {
        keep(new EnergyChange.LateRecord(meter, reading));
    }

    @Override
    public void lateGone(String meter, Instant until) {
        keep(new EnergyChange.LateRemoval(meter, until));
    }

    @Override
    public void repaired(Repair repair) {
        keep(new EnergyChange.RepairUpdate(repair));
    }

    @Override
    public void repairGone(Repair repair) {
        keep(new EnergyChange.RepairRemoval(repair));
    }

    @Override
    public void epoch(RegisterEpoch epoch) {
        epochs = with(epochs, epoch);
    }

    @Override
    public void counted(CountPoint point) {
        keep(new OccupancyChange.CountRecord(point));
    }

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {
        keep(new OccupancyChange.PassageRecord(zone, at, entries, exits));
    }

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {
        keep(new OccupancyChange.ShiftRecord(zone, from, until, delta));
    }

    @Override
    public void source(SensorState source) {
        keep(new OccupancyChange.SensorUpdate(source));
    }

    @Override
    public void balance(BalanceState state) {
        keep(new OccupancyChange.BalanceUpdate(state));
    }

    @Override
    public void accuracy(AccuracyState state) {
        keep(new OccupancyChange.AccuracyUpdate(state));
    }

    @Override
    public void show(ZoneCount zone) {
        if (zones.isEmpty()) {
            zones = new LinkedHashMap<>();
        }
        zones.put(zone.zone(), zone);
    }

    @Override
    public void fault(SensorFault fault) {
        faults = with(faults, fault);
    }

    void order(DoorOrder order) {
        orders = with(orders, order);
    }

    void showMeter(String meter) {
        meters = with(meters, meter);
    }

    void showDoor(String door) {
        doors = with(doors, door);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = list.isEmpty() ? new ArrayList<>() : list;
        more.add(one);
        return more;
    }

    public boolean isEmpty() {
        return changes.isEmpty() && orders.isEmpty() && zones.isEmpty() && meters.isEmpty() && doors.isEmpty();
    }

    /** The changes to keep, in this order. */
    public List<Change> changes() {
        return changes;
    }

    /** The orders to send now. */
    public List<DoorOrder> orders() {
        return orders;
    }

    /** The zones whose count changed, each once and with its newest count. */
    public Collection<ZoneCount> zones() {
        return zones.values();
    }

    /** The meters whose values changed for viewers. */
    public List<String> meters() {
        return meters;
    }

    /** What has begun to be wrong with sensors, and what has ended. */
    public List<SensorFault> faults() {
        return faults;
    }

    /** The registers that count anew. */
    List<RegisterEpoch> epochs() {
        return epochs;
    }

    /** The doors whose state changed for viewers. */
    public List<String> doors() {
        return doors;
    }
}
