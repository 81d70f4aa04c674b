package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Message;

/** Hands what a sensor says to the occupancy, as a site does. */
final class SensorMessage implements Message.MessageVisitor {
    private final Occupancy occupancy;
    private final String device;
    private final ObservationTime moment;
    private final OccupancyEffects effects;

    SensorMessage(Occupancy occupancy, String device, ObservationTime moment, OccupancyEffects effects) {
        this.occupancy = occupancy;
        this.device = device;
        this.moment = moment;
        this.effects = effects;
    }

    @Override
    public void totals(Message.CounterTotals message) {
        occupancy.totals(device, message.in(), message.out(), moment, effects);
    }

    @Override
    public void steps(Message.CounterSteps message) {
        occupancy.steps(device, message.in(), message.out(), moment, effects);
    }

    @Override
    public void present(Message.HeadCount message) {
        occupancy.present(device, message.people(), moment, effects);
    }

    @Override
    public void presence(Message.SeatPresence message) {
        occupancy.presence(device, message.occupied(), moment, effects);
    }

    @Override
    public void swipe(Message.CardSwipe message) {}

    @Override
    public void contact(Message.ContactReport message) {}

    @Override
    public void doorEvent(Message.DoorEvent message) {}

    @Override
    public void metered(Message.MeterReport message) {}

    @Override
    public void status(Message.DeviceStatus message) {}
}
