package io.foyer.simulators.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.simulators.HubStandIn;
import io.foyer.simulators.setting.Account;
import io.foyer.simulators.setting.HubAddress;
import io.foyer.simulators.setting.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceConnectionTest {
    private static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofMillis(300));
    private static final Patience LONG = new Patience(Duration.ofSeconds(50), Duration.ofSeconds(50));

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void a_message_counts_as_done_only_when_the_hub_acknowledges_it() throws InterruptedException {
        try (HubStandIn hub = new HubStandIn()) {
            hub.holdAcknowledgements();
            DeviceConnection device = open(hub.port(), "demo-plant", LONG);
            send(device, 1);

            HubStandIn.Received message = hub.next();
            assertThat(message.topic()).isEqualTo("foyer/replay/plant/meter");
            assertThat(acknowledged).isEmpty();
            message.acknowledge();
            assertThat(acknowledged.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void what_was_not_acknowledged_is_sent_again_in_order_on_a_new_connection() throws InterruptedException {
        try (HubStandIn hub = new HubStandIn()) {
            hub.holdAcknowledgements();
            DeviceConnection device = open(hub.port(), "demo-plant", LONG);
            send(device, 1);
            send(device, 2);
            send(device, 3);
            hub.next();
            hub.next().acknowledge();
            hub.next();
            assertThat(acknowledged.poll(30, TimeUnit.SECONDS)).isEqualTo(2);

            hub.acknowledgeAtOnce();
            hub.dropConnections();

            assertThat(hub.next().body().getInteger("n")).isEqualTo(1);
            assertThat(hub.next().body().getInteger("n")).isEqualTo(3);
            assertThat(acknowledged.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(acknowledged.poll(30, TimeUnit.SECONDS)).isEqualTo(3);
        }
    }

    @Test
    void a_hub_that_starts_a_little_later_is_waited_for() throws InterruptedException {
        HubStandIn first = new HubStandIn();
        int port = first.port();
        first.close();
        DeviceConnection device = device(port, "demo-plant", LONG);
        Future<Void> opened = onLoop(device::open);
        try (HubStandIn second = new HubStandIn(port, 0)) {
            opened.await();
            send(device, 7);
            assertThat(second.next().body().getInteger("n")).isEqualTo(7);
            assertThat(acknowledged.poll(30, TimeUnit.SECONDS)).isEqualTo(7);
        }
    }

    @Test
    void a_hub_that_is_never_there_is_given_up_with_the_remedy() {
        HubStandIn gone = new HubStandIn();
        int port = gone.port();
        gone.close();

        assertThatThrownBy(() -> open(port, "demo-plant", SHORT))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("No hub answers", "127.0.0.1:" + port, "./foyer hub", "FOYER_MQTT_PORT");
    }

    @Test
    void a_hub_that_is_lost_for_good_is_given_up_too() throws InterruptedException {
        HubStandIn hub = new HubStandIn();
        hub.holdAcknowledgements();
        DeviceConnection device = open(hub.port(), "demo-plant", SHORT);
        send(device, 1);
        hub.next();
        hub.close();

        assertThatThrownBy(() -> device.failure().await())
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("acknowledged nothing of device replay/plant", "start the same command again");
    }

    @Test
    void a_refused_login_is_told_at_once_with_device_and_remedy() {
        try (HubStandIn hub = new HubStandIn()) {
            assertThatThrownBy(() -> open(hub.port(), "wrong", LONG))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll("refuses the login of device replay/plant", "./foyer reload", "password");
        }
    }

    private DeviceConnection device(int port, String password, Patience patience) {
        Account account = new Account("replay", "plant", password, ZoneOffset.UTC);
        return new DeviceConnection(vertx, new HubAddress("127.0.0.1", port), account, patience);
    }

    private DeviceConnection open(int port, String password, Patience patience) {
        DeviceConnection device = device(port, password, patience);
        onLoop(device::open).await();
        return device;
    }

    private Future<Void> onLoop(Supplier<Future<Void>> work) {
        return Future.future(done -> loop.runOnContext(now -> work.get().onComplete(done)));
    }

    private void send(DeviceConnection device, int number) {
        var payload = new JsonObject().put("n", number).toBuffer();
        loop.runOnContext(
                now -> device.send(new Outgoing("foyer/replay/plant/meter", payload, () -> acknowledged.add(number))));
    }
}
