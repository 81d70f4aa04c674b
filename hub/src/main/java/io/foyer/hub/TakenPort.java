package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;

/** Words for people when a server cannot have its port. */
final class TakenPort {
    private TakenPort() {}

    /** The settings of the devices' ports with their values, those that are off left out. */
    static List<String> ofDevices(Settings settings) {
        List<String> ports = new ArrayList<>(List.of("mqtt.port " + settings.mqttPort()));
        if (settings.mqttWsPort() >= 0) {
            ports.add("mqtt.ws.port " + settings.mqttWsPort());
        }
        if (settings.tls().isPresent()) {
            ports.add("mqtts.port " + settings.mqttsPort());
        }
        return ports;
    }

    /** What to tell of a failed start that tried these ports; another fault is left as it is. */
    static Throwable told(Throwable cause, List<String> tried) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && !(deepest instanceof BindException)) {
            deepest = deepest.getCause();
        }
        if (!(deepest instanceof BindException)) {
            return cause;
        }
        String ports = (tried.size() == 1 ? "" : "one of ") + String.join(", ", tried);
        String reason = String.valueOf(deepest.getMessage());
        return new ConfigException(
                reason.contains("in use")
                        ? ports + " is in use: choose another, or stop what listens there."
                        : ports + " cannot be listened on (" + reason + "): correct its host or choose another.");
    }
}
