package io.foyer.hub.domain;

import io.foyer.hub.domain.DeviceClocks.Timing;
import io.foyer.hub.domain.access.DoorPassage;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.occupancy.ObservationTime;
import java.time.Instant;

/** Applies one message by its kind. The trail has the message already. */
final class MessageEffects implements Message.MessageVisitor {
    private final Site site;
    private final Device device;
    private final MessageStamp stamp;
    private final Timing timing;
    private final Effects effects;
    private boolean stale;

    MessageEffects(Site site, Device device, MessageStamp stamp, Timing timing, Effects effects) {
        this.site = site;
        this.device = device;
        this.stamp = stamp;
        this.timing = timing;
        this.effects = effects;
    }

    /** True where the message tells the distance of the device's clock from the hub's clock: only live messages do. */
    boolean teachesClock() {
        return !timing.history() && !stale;
    }

    @Override
    public void swipe(Message.CardSwipe message) {
        stale = !site.swipes().swipe(device, stamp, timing, message, effects);
    }

    @Override
    public void contact(Message.ContactReport message) {
        site.doors().contact(device, stamp, timing, message, effects);
    }

    /**
     * Does nothing: the trail is enough. An exit button or an opened cover gives no right, moves no door and counts
     * nobody.
     */
    @Override
    public void doorEvent(Message.DoorEvent message) {}

    @Override
    public void totals(Message.CounterTotals message) {
        site.occupancy().totals(device.id(), message.in(), message.out(), moment(), effects);
    }

    @Override
    public void steps(Message.CounterSteps message) {
        site.occupancy().steps(device.id(), message.in(), message.out(), moment(), effects);
    }

    @Override
    public void present(Message.HeadCount message) {
        site.occupancy().present(device.id(), message.people(), moment(), effects);
    }

    @Override
    public void presence(Message.SeatPresence message) {
        site.occupancy().presence(device.id(), message.occupied(), moment(), effects);
    }

    /** The message has led somebody through a door. */
    void walked(DoorPassage passed) {
        site.occupancy().walked(passed.from(), passed.to(), moment(passed.at()), effects);
    }

    private ObservationTime moment() {
        return moment(timing.at());
    }

    private ObservationTime moment(Instant at) {
        return new ObservationTime(at, stamp.arrived(), !timing.history());
    }

    @Override
    public void metered(Message.MeterReport message) {
        MeterBook book = site.bookOf(device);
        if (book != null && device.meter() != null) {
            book.hear(message.register(), message.rate(), timing.at(), stamp.arrived(), effects);
            effects.showMeter(device.meter());
            if (!timing.history()) {
                site.demand().heard(site.definition(), device.meter(), book, stamp.arrived(), effects);
                EpochAlarms.tell(site.definition(), book.meter(), device, effects, site.alarms());
                site.leaks().heard(site.definition(), device.meter(), book, site.occupancy(), timing.at(), effects);
            }
        }
    }

    @Override
    public void status(Message.DeviceStatus message) {
        site.occupancy().status(device.id(), message.online(), stamp.arrived(), effects);
        site.doors().status(device, message.online(), timing.here(), effects);
    }
}
