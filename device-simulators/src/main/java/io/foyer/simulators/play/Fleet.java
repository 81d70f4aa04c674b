package io.foyer.simulators.play;

import io.foyer.simulators.device.DeviceConnection;
import io.foyer.simulators.device.Outgoing;
import io.foyer.simulators.device.Patience;
import io.foyer.simulators.setting.Account;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.space.Space;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The connections of all devices of a space, one each; a device that a gateway speaks for has none of its own. All of it
 * runs on the event loop that opens it.
 */
public final class Fleet {
    private final Space space;
    private final Map<String, DeviceConnection> connections = new HashMap<>();
    private final Promise<Void> failed = Promise.promise();
    private Consumer<Buffer> commands = command -> {};
    private long unacknowledged;
    private long acknowledged;

    public Fleet(Vertx vertx, Space space, HubAddress hub, Accounts accounts, Patience patience) {
        this.space = space;
        for (String device : space.devices()) {
            if (!space.broughtBy().containsKey(device)) {
                Account account = accounts.of(device, "The simulation of site " + space.site());
                connections.put(
                        device,
                        new DeviceConnection(vertx, hub, account, patience)
                                .obeying(payload -> commands.accept(payload)));
            }
        }
    }

    public Future<Void> open() {
        connections.values().forEach(connection -> connection.failure().onFailure(failed::tryFail));
        return all(DeviceConnection::open);
    }

    /** Fails when a device gives up; never succeeds. */
    public Future<Void> failure() {
        return failed.future();
    }

    /** Hears what the hub tells any device to do. */
    void onCommand(Consumer<Buffer> how) {
        commands = how;
    }

    /** @param then runs once the hub has acknowledged it */
    void send(String device, String leaf, Buffer payload, Runnable then) {
        unacknowledged++;
        String topic = "foyer/" + space.site() + "/" + device + "/" + leaf;
        connection(device).send(new Outgoing(topic, payload, () -> {
            unacknowledged--;
            acknowledged++;
            then.run();
        }));
    }

    void cut(String device) {
        connection(device).cut();
    }

    void mend(String device) {
        connection(device).mend();
    }

    /** Ends every cut. */
    void mend() {
        connections.values().forEach(DeviceConnection::mend);
    }

    /** Of one device and those that share its connection. */
    int unacknowledged(String device) {
        return connection(device).unacknowledged();
    }

    long unacknowledged() {
        return unacknowledged;
    }

    public long acknowledged() {
        return acknowledged;
    }

    public int size() {
        return connections.size();
    }

    public Future<Void> close() {
        return all(DeviceConnection::close);
    }

    private DeviceConnection connection(String device) {
        return Objects.requireNonNull(connections.get(space.broughtBy().getOrDefault(device, device)));
    }

    private Future<Void> all(Function<DeviceConnection, Future<Void>> work) {
        return Future.all(connections.values().stream().map(work).toList()).mapEmpty();
    }
}
