package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.occupancy.Occupancy.Changed;
import java.time.Instant;
import java.util.List;

/** Hands what a sensor says to the occupancy, as a site does. */
final class SensorMessage implements Message.Visitor {
    private final Occupancy occupancy;
    private final String device;
    private final Instant at;
    private final Instant arrived;
    private final boolean live;
    private Changed changed = new Changed(List.of(), List.of());

    private SensorMessage(Occupancy occupancy, String device, Instant at, Instant arrived, boolean live) {
        this.occupancy = occupancy;
        this.device = device;
        this.at = at;
        this.arrived = arrived;
        this.live = live;
    }

    static Changed heard(
            Occupancy occupancy, String device, Message message, Instant at, Instant arrived, boolean live) {
        SensorMessage heard = new SensorMessage(occupancy, device, at, arrived, live);
        message.accept(heard);
        return heard.changed;
    }

    @Override
    public void totals(Message.Totals message) {
        changed = occupancy.totals(device, message.in(), message.out(), at, arrived, live);
    }

    @Override
    public void steps(Message.Steps message) {
        changed = occupancy.steps(device, message.in(), message.out(), at, arrived, live);
    }

    @Override
    public void present(Message.Present message) {
        changed = occupancy.present(device, message.people(), at, arrived, live);
    }

    @Override
    public void presence(Message.Presence message) {
        changed = occupancy.presence(device, message.occupied(), at, arrived, live);
    }

    @Override
    public void swipe(Message.Swipe message) {}

    @Override
    public void contact(Message.Contact message) {}

    @Override
    public void doorEvent(Message.DoorEvent message) {}

    @Override
    public void metered(Message.Metered message) {}

    @Override
    public void status(Message.Status message) {}
}
