package io.foyer.hub.domain;

import io.foyer.hub.domain.Clocks.Timing;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.house.Device;

/** What one message brings about, by its kind. The message itself is in the trail already. */
final class MessageEffects implements Message.Visitor {
    private final Site site;
    private final Device device;
    private final Stamp stamp;
    private final Timing timing;
    private final Effects effects;
    private boolean stale;

    MessageEffects(Site site, Device device, Stamp stamp, Timing timing, Effects effects) {
        this.site = site;
        this.device = device;
        this.stamp = stamp;
        this.timing = timing;
        this.effects = effects;
    }

    /** Whether the message tells how far the device's clock is from the hub's: only what was live does. */
    boolean teachesClock() {
        return !timing.history() && !stale;
    }

    @Override
    public void swipe(Message.Swipe message) {
        stale = !site.entrances().swipe(device, stamp, timing, message, effects);
    }

    @Override
    public void contact(Message.Contact message) {
        site.entrances().contact(device, stamp, timing, message, effects);
    }

    /** Nothing beyond the trail: neither an exit button nor an opened cover gives a right, moves a door or counts anybody. */
    @Override
    public void doorEvent(Message.DoorEvent message) {}

    @Override
    public void totals(Message.Totals message) {
        effects.count(site.occupancy()
                .totals(device.id(), message.in(), message.out(), timing.at(), stamp.arrived(), !timing.history()));
    }

    @Override
    public void steps(Message.Steps message) {
        effects.count(site.occupancy()
                .steps(device.id(), message.in(), message.out(), timing.at(), stamp.arrived(), !timing.history()));
    }

    @Override
    public void present(Message.Present message) {
        effects.count(site.occupancy()
                .present(device.id(), message.people(), timing.at(), stamp.arrived(), !timing.history()));
    }

    @Override
    public void presence(Message.Presence message) {
        effects.count(site.occupancy()
                .presence(device.id(), message.occupied(), timing.at(), stamp.arrived(), !timing.history()));
    }

    @Override
    public void metered(Message.Metered message) {
        MeterBook book = site.bookOf(device);
        if (book != null && device.meter() != null) {
            effects.keep(book.hear(message.register(), message.rate(), timing.at(), stamp.arrived()));
            effects.showMeter(device.meter());
        }
    }

    @Override
    public void status(Message.Status message) {
        effects.count(site.occupancy().status(device.id(), message.online(), stamp.arrived()));
        site.entrances().status(device, message.online(), timing.here(), effects);
    }
}
