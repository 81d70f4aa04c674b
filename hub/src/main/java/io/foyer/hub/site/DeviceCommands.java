package io.foyer.hub.site;

import io.foyer.hub.domain.DoorOrder;
import java.util.Set;

/** The devices' edge, as a site sees it. Called on the site's loop. */
public interface DeviceCommands {

    /** Tells a device at once; an order to one that is not there is dropped. */
    void send(String site, DoorOrder order);

    /** Ends the connections of devices that may no longer be here, so that they log in again. */
    void expel(Set<String> devices);
}
