package io.foyer.hub;

import io.foyer.hub.mqtt.DeviceEdge;
import io.foyer.hub.mqtt.DeviceEdge.ListenAddress;
import io.foyer.hub.site.EventLoop;
import io.vertx.core.net.KeyCertOptions;
import java.util.Optional;

/** The ports on which devices connect. */
record DevicePorts(Settings settings, EventLoop owner, DeviceEdge devices) {

    /** Opens every port of the settings. Blocks, and throws with a message for people where a port is in use. */
    Hub.Addresses open(int http, Optional<KeyCertOptions> tls) {
        String plain = settings.plainMqttHost();
        Optional<Integer> webSocket = Optional.of(settings.mqttWsPort()).filter(port -> port >= 0);
        return new Hub.Addresses(
                http,
                listen("mqtt.port", new ListenAddress(plain, settings.mqttPort(), false, Optional.empty())),
                webSocket.map(port -> listen("mqtt.ws.port", new ListenAddress(plain, port, true, Optional.empty()))),
                tls.map(key -> listen(
                        "mqtts.port", new ListenAddress(settings.mqttHost(), settings.mqttsPort(), false, tls))));
    }

    private int listen(String setting, ListenAddress listener) {
        return owner.call(() -> devices.listen(listener))
                .recover(PortFault.namedBy(setting + " " + listener.port()))
                .await();
    }
}
