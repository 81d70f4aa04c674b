package io.foyer.simulators.demo;

import io.foyer.simulators.api.Api;
import io.foyer.simulators.command.Values;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.sense.Faults;
import io.foyer.simulators.setting.Accounts;
import io.foyer.simulators.setting.HubSettings;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.SpaceReader;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./foyer demo}: a hub of its own, its people and its devices, until it is told to end. The hub says how far the
 * past is told; the demo keeps nothing itself.
 */
@Command(
        name = "demo",
        description =
                "The hub on an embedded PostgreSQL, with simulated people and devices in the first site of DIR/sites.",
        footer = "Ctrl-C stops all of it; the next start goes on where it stopped.")
public final class Demo implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int WRONG = 2;
    private static final Duration RENEWED_EVERY = Duration.ofMinutes(20);
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final List<Integer> ENDED_BY_SIGNAL = List.of(0, 130, 143);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock visitor;
    private final Vertx vertx = Vertx.vertx();
    private Clock clock = Clock.systemUTC();
    private volatile boolean stopping;

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = Values.Speed.class,
            description = "X simulated seconds a second, for a fast day; default 1")
    private double speed = 1;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            converter = Values.Length.class,
            description = "so much of the past at the first start: 14d, P1D; default 14d")
    private Duration history = Duration.ofDays(14);

    @Option(names = "--config", paramLabel = "DIR", description = "the hub's settings and site files; default: config")
    private Path config = Path.of("config");

    public Demo(Map<String, String> environment, PrintStream out, PrintStream err) {
        this(environment, out, err, Clock.systemUTC());
    }

    /** @param visitor tells when somebody starts the demo */
    Demo(Map<String, String> environment, PrintStream out, PrintStream err, Clock visitor) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.visitor = visitor;
    }

    /** Returns the exit status once all has stopped. */
    @Override
    public Integer call() {
        Space space = SpaceReader.read(config, null);
        refuseStrangers();
        Accounts accounts = Accounts.read(config);
        String password = HubSettings.text(config, environment, "admin.password", "demo-admin");
        Optional<Duration> ahead = ahead(space);
        clock = ahead.map(by -> Clock.offset(Clock.systemUTC(), by)).orElse(Clock.systemUTC());
        HubChild hub = HubChild.start(config, password, ahead, out);
        Thread stop = new Thread(() -> endBySignal(hub), "foyer-demo-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            // The hub takes its time to start: use it to plan the day.
            Days days = new Days(space, SEED, Faults.SMALL);
            CompletableFuture<Void> planned = CompletableFuture.runAsync(() -> days.prepare(today(space)));
            Optional<HubChild.Addresses> ready = hub.awaitReady();
            if (ready.isEmpty()) {
                return ended(hub);
            }
            planned.join();
            Residents residents = live(space, days, accounts, ready.get(), password);
            while (!stopping && hub.runsFor(RENEWED_EVERY)) {
                renew(residents, today(space));
            }
            return ended(hub);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            stop(hub);
            forget(stop);
        }
    }

    /** How far the demo's time is from the machine's; empty where only the machine's time is allowed. */
    private Optional<Duration> ahead(Space space) {
        if (!HubSettings.text(config, environment, "database.url", "").isEmpty()) {
            return Optional.empty();
        }
        Path data = Path.of(HubSettings.text(config, environment, "data.dir", "data"));
        Optional<Instant> begins = new DemoTime(space.timeZone()).begins(data, visitor.instant());
        begins.ifPresentOrElse(
                moment -> out.printf(
                        "Demo time: it is %s in the house, whatever your clock says.%n",
                        moment.atZone(space.timeZone()).format(SPOKEN)),
                () -> out.println(
                        "The data in " + data + " is not the demo's own, so the house keeps your clock's time."
                                + " Set data.dir (FOYER_DATA_DIR) to a new folder to find it awake at any hour."));
        return begins.map(moment -> Duration.between(Instant.now(), moment));
    }

    /** Its people's passwords are known to everybody, with TLS as without it. */
    private void refuseStrangers() {
        HubSettings.beyondLoopback(config, environment)
                .filter(key -> !HubSettings.text(config, environment, "insecure", "false")
                        .equals("true"))
                .ifPresent(key -> {
                    throw new Refusal(
                            "demo: by " + key + " (" + HubSettings.variable(key) + ") the hub listens beyond this"
                                    + " machine, and everybody knows the passwords of the demo. Set it to 127.0.0.1, or `insecure:"
                                    + " true` (" + HubSettings.variable("insecure") + ") if the network is your own.");
                });
    }

    private int ended(HubChild hub) throws InterruptedException {
        int status = hub.await();
        return stopping || ENDED_BY_SIGNAL.contains(status) ? 0 : WRONG;
    }

    /** Passes run out and new days are booked, while the demo lives on. */
    private void renew(Residents residents, LocalDate today) {
        try {
            residents.moveIn(today);
            residents.book(today);
        } catch (Refusal refused) {
            if (!stopping) {
                out.println(refused.text());
            }
        }
    }

    private Residents live(Space space, Days days, Accounts accounts, HubChild.Addresses hub, String password) {
        Api api = new Api(hub.http());
        if (!api.login("admin", password)) {
            throw new Refusal("demo: the hub does not take admin's password. See the setting admin.password.");
        }
        new Logins(api, hub.http(), space.site(), password).tell(out);
        LocalDate today = today(space);
        Residents residents = new Residents(api, space, days);
        residents.moveIn(today);
        Instant from = new Told(api, space)
                .until(today.atStartOfDay(space.timeZone()).toInstant().minus(history));
        Life life = new Life(space, days, clock, speed, from, accounts, hub.mqtt(), out, err);
        try {
            vertx.deployVerticle(life).await();
        } catch (RuntimeException failed) {
            if (!stopping) {
                throw failed;
            }
        }
        life.over().onFailure(gaveUp -> out.println("The devices have given up: " + gaveUp.getMessage()));
        residents.book(today);
        out.println("The house is alive. Ctrl-C stops it.");
        return residents;
    }

    private LocalDate today(Space space) {
        return clock.instant().atZone(space.timeZone()).toLocalDate();
    }

    /** Being told to end is no failure. */
    private void endBySignal(HubChild hub) {
        stop(hub);
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The signal came first; its thread says how the demo ends.
        }
    }

    private synchronized void stop(HubChild hub) {
        if (!stopping) {
            stopping = true;
            Goodbye.await(vertx.close(), Goodbye.LASTS, out);
            hub.stop();
        }
    }
}
