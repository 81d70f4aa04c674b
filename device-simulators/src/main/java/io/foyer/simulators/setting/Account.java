package io.foyer.simulators.setting;

import java.time.ZoneId;

/** How one device logs in: its site, its id (client id and user name at once), its password. */
public record Account(String site, String device, String password, ZoneId timeZone) {
    /** The only place below which the hub lets this device publish. */
    public String topic(String leaf) {
        return "foyer/" + site + "/" + device + "/" + leaf;
    }

    @Override
    public String toString() {
        return site + "/" + device;
    }
}
