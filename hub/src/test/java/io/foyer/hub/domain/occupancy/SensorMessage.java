package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.Message;

/** Hands what a sensor says to the occupancy, as a site does. */
final class SensorMessage implements Message.Visitor {
    private final Occupancy occupancy;
    private final String device;
    private final Moment moment;
    private final OccupancyEffects effects;

    SensorMessage(Occupancy occupancy, String device, Moment moment, OccupancyEffects effects) {
        this.occupancy = occupancy;
        this.device = device;
        this.moment = moment;
        this.effects = effects;
    }

    @Override
    public void totals(Message.Totals message) {
        occupancy.totals(device, message.in(), message.out(), moment, effects);
    }

    @Override
    public void steps(Message.Steps message) {
        occupancy.steps(device, message.in(), message.out(), moment, effects);
    }

    @Override
    public void present(Message.Present message) {
        occupancy.present(device, message.people(), moment, effects);
    }

    @Override
    public void presence(Message.Presence message) {
        occupancy.presence(device, message.occupied(), moment, effects);
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
