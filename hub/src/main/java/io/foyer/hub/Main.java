package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import io.foyer.hub.config.Configuration;
import io.foyer.hub.site.Premises;
import io.foyer.hub.site.Secrets;
import io.foyer.hub.store.Backup;
import io.foyer.hub.store.Manifest;
import io.foyer.hub.store.Restore;
import io.foyer.hub.store.StoreException;
import io.netty.util.NetUtil;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The hub's commands. What is wrong is said in one message, with the remedy, and ends with status 2. */
public final class Main {
    private static final int WRONG = 2;
    private static final int LONGEST_STOP_S = 20;

    private Main() {}

    public static void main(String[] words) throws InterruptedException {
        try {
            run(Words.of(words));
        } catch (ConfigException | StoreException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG);
        }
    }

    private static void run(Words words) throws InterruptedException {
        switch (words.command()) {
            case "hub" -> hub(words.noMore());
            case "reload" -> Reload.run(settings(words.noMore()), words.folder());
            case "password" -> password(words.one("DEVICE"));
            case "backup" -> backup(settings(words), Path.of(words.one("FILE")));
            case "restore" -> restore(settings(words), Path.of(words.one("FILE")));
            default ->
                throw new ConfigException("foyer: there is no command `" + words.command() + "`. See ./foyer help.");
        }
    }

    private static Settings settings(Words words) {
        return Settings.read(words.folder(), System.getenv());
    }

    private static void password(String device) {
        String secret = Secrets.random();
        System.out.println("The secret of " + device + ", shown this once: " + secret);
        System.out.println("Its line for the site file:              passwordHash: \"" + Secrets.hash(secret) + "\"");
    }

    private static void backup(Settings settings, Path file) {
        Manifest written = Backup.write(settings.database(), file);
        System.out.println(
                "Backed up " + written.rows() + " rows of " + written.tables().size() + " tables to " + file
                        + ". It holds names and password hashes: keep it safe.");
    }

    private static void restore(Settings settings, Path file) {
        Manifest read = Restore.read(settings.database(), file);
        System.out.println(
                "Restored " + read.rows() + " rows of " + read.tables().size() + " tables from " + file + ".");
    }

    private static void hub(Words words) throws InterruptedException {
        Settings settings = settings(words);
        List<Premises> premises = Configuration.read(words.folder(), settings.refusesPlainPasswords());
        Hub hub = new Hub(settings, words.folder(), Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, stopped), "foyer-stop"));
        try {
            System.out.println(line(settings, hub.start(premises, Main::tellPassword)));
        } catch (Exception e) {
            System.err.println("foyer: the hub cannot start: " + message(e));
            System.exit(WRONG);
        }
        stopped.await();
    }

    private static void tellPassword(String password) {
        System.out.println("The password of the account admin, shown this once: " + password);
    }

    static String line(Settings settings, Hub.Ready ready) {
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

    /** A fault that is not ours to word is at least told with its kind. */
    private static String message(Throwable cause) {
        return cause instanceof StoreException || cause instanceof ConfigException
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
