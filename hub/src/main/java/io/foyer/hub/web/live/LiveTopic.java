package io.foyer.hub.web.live;

import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.Accounts.Role;
import java.util.Optional;
import java.util.stream.Stream;

/** A topic of which a viewer may ask to hear. */
public enum LiveTopic {
    OCCUPANCY,
    ENERGY,
    DOORS,
    ALARMS,
    EVENTS;

    /** True where a role's job needs the topic. A wall screen gets counts of people and nothing else. */
    boolean isFor(Role role) {
        return switch (this) {
            case OCCUPANCY -> true;
            case ENERGY, ALARMS -> role != Role.WALL;
            case DOORS, EVENTS -> role == Role.DESK || role == Role.ADMIN;
        };
    }

    static Optional<LiveTopic> of(String code) {
        return Stream.of(values()).filter(topic -> Code.of(topic).equals(code)).findFirst();
    }
}
