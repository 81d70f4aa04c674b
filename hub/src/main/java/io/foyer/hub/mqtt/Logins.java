package io.foyer.hub.mqtt;

import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.KnownDevice;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.mqtt.MqttEndpoint;
import org.jspecify.annotations.Nullable;

/** Decides about the logins of devices. Either a session begins, or the client gets the reason of the refusal. */
final class Logins {
    private final EdgeServices services;
    private final LoginThreshold threshold;

    Logins(EdgeServices services, LoginThreshold threshold) {
        this.services = services;
        this.threshold = threshold;
    }

    void login(MqttEndpoint endpoint, DeviceConnection pipe) {
        KnownDevice known = authenticated(endpoint, pipe);
        if (known == null) {
            services.counters().login("refused");
            String why =
                    "client id and user name must be the id of a device in a site file, with the device's password; "
                            + "the client id is " + endpoint.clientIdentifier();
            threshold.log().warn("login refused", pipe.address(), why);
            LoginRefusal.NO_DEVICE.answer(endpoint, pipe);
            return;
        }
        MqttConnectReturnCode unfit =
                DeviceEdge.isMqtt5(endpoint) ? ServerLimits.refusal(endpoint.connectProperties()) : null;
        if (unfit != null) {
            warn(known, unfit.toString());
            LoginRefusal.answer(endpoint, pipe, unfit);
            return;
        }
        if (endpoint.will().isWillFlag()
                && services.rights().speaker(known, endpoint.will().getWillTopic()) == null) {
            warn(known, "the last will is for a topic of another device");
            LoginRefusal.FORBIDDEN.answer(endpoint, pipe);
            return;
        }
        StorePressure.PressureShare share = services.pressure().connection(known.device());
        if (share == null) {
            warn(known, "too many messages of the device wait for the database already");
            LoginRefusal.BUSY.answer(endpoint, pipe);
            return;
        }
        begin(new DeviceSession(endpoint, pipe, known, services, share), pipe, share);
    }

    private void begin(DeviceSession session, DeviceConnection pipe, StorePressure.PressureShare share) {
        services.counters().login("accepted");
        services.sessions().add(session, pipe.address());
        session.open();
        services.hearing().changed(session.known().id());
        session.site().connected(session.known().device(), () -> share.release(1));
    }

    private void warn(KnownDevice known, String why) {
        services.log().warn("login refused", known.id(), why);
    }

    private @Nullable KnownDevice authenticated(MqttEndpoint endpoint, DeviceConnection pipe) {
        if (endpoint.auth() == null) {
            return null;
        }
        String name = endpoint.auth().getUsername();
        if (endpoint.clientIdentifier() != null && !endpoint.clientIdentifier().equals(name)) {
            return null;
        }
        KnownDevice known = services.sites().known(name);
        if (known == null) {
            threshold.brake().wrong(pipe.address());
            return null;
        }
        String password = endpoint.auth().getPassword();
        return threshold.isRight(name, pipe, device -> DeviceSecrets.matches(known.secret(), password)) ? known : null;
    }
}
