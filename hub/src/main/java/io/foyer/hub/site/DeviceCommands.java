package io.foyer.hub.site;

import io.foyer.hub.domain.DoorOrder;
import java.util.Set;

/** The edge of the devices, as a site sees it. A site calls it on its loop. */
public interface DeviceCommands {

    /** Sends an order at once. An order to a device that is not connected is dropped. */
    void send(String site, DoorOrder order);

    /** Ends the connections of devices whose definition changed, so that they log in again. */
    void expel(Set<String> devices);
}
