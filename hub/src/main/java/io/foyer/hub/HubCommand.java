package io.foyer.hub;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.site.HubClock;
import io.foyer.hub.site.SiteSetup;
import io.netty.util.NetUtil;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the hub until it is told to end. */
final class HubCommand {
    private static final Logger LOG = LoggerFactory.getLogger(HubCommand.class);
    private static final int WRONG = 2;
    private static final int LONGEST_STOP_S = 20;

    private HubCommand() {}

    /** Returns the exit code. */
    static int run(Settings settings, Path folder, HubClock clock) throws InterruptedException {
        List<SiteSetup> setups = Configuration.read(folder, settings.refusesPlainPasswords());
        if (clock.isDemo()) {
            Duration ahead = Duration.between(Instant.now(), clock.instant());
            LOG.warn(
                    "Demo time: the hub's clock says {}, {} s after the machine's clock",
                    clock.instant(),
                    ahead.toSeconds());
        }
        Hub hub = new Hub(settings, folder, clock);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, stopped), "foyer-stop"));
        try {
            System.out.println(line(settings, hub.start(setups, HubCommand::tellPassword)));
        } catch (Exception e) {
            System.err.println("foyer: the hub cannot start: " + message(e));
            return WRONG;
        }
        stopped.await();
        return 0;
    }

    private static void tellPassword(String password) {
        System.out.println("The password of the account admin, shown this once: " + password);
    }

    static String line(Settings settings, Hub.Addresses ready) {
        StringBuilder line = new StringBuilder("foyer ready")
                .append(" http=")
                .append(NetUtil.toSocketAddressString(settings.httpHost(), ready.http()))
                .append(" mqtt=")
                .append(NetUtil.toSocketAddressString(settings.plainMqttHost(), ready.mqtt()));
        ready.mqttWs().ifPresent(port -> line.append(" mqttws=")
                .append(NetUtil.toSocketAddressString(settings.plainMqttHost(), port)));
        ready.mqtts().ifPresent(port -> line.append(" mqtts=")
                .append(NetUtil.toSocketAddressString(settings.mqttHost(), port)));
        return line.toString();
    }

    /** The message of a fault. A fault from outside Foyer gets its type as well. */
    private static String message(Throwable cause) {
        return Mistakes.isWorded(cause)
                ? String.valueOf(cause.getMessage())
                : cause + ". Correct what it names, and start again.";
    }

    private static void stop(Hub hub, CountDownLatch stopped) {
        try {
            hub.stop().toCompletionStage().toCompletableFuture().get(LONGEST_STOP_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("foyer: the hub did not stop cleanly: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
