package io.foyer.hub.mqtt;

import io.foyer.hub.site.SlowLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Predicate;
import org.slf4j.Logger;

/** Guards the logins at all ports together: how many connections may wait for a login, and how often they may guess. */
final class LoginThreshold {
    private static final long SWEEP_MS = 1_000;
    /** Lines of the log in a minute. */
    private static final int MOST_LINES = 20;

    private final Newcomers newcomers;
    private final PasswordBrake brake;
    private final SlowLog log;
    private final Counter unread;

    LoginThreshold(Vertx vertx, Clock clock, MeterRegistry metrics, Logger log) {
        this.newcomers = new Newcomers(clock, metrics);
        this.brake = new PasswordBrake(clock);
        this.log = new SlowLog(log, clock, MOST_LINES);
        this.unread = metrics.counter("foyer.mqtt.shut.out");
        vertx.setPeriodic(SWEEP_MS, id -> {
            newcomers.sweep();
            this.log.settle();
        });
    }

    Newcomers newcomers() {
        return newcomers;
    }

    PasswordBrake brake() {
        return brake;
    }

    /** The log for connections without a login. */
    SlowLog log() {
        return log;
    }

    boolean mayPass(DeviceConnection pipe) {
        if (!brake.isShut(pipe.address())) {
            return true;
        }
        unread.increment();
        log.warn(
                "shut out",
                pipe.address(),
                "too many wrong passwords; the hub reads nothing from this address for a while");
        return false;
    }

    /** True where the password is right. After too many wrong passwords the hub compares none. */
    boolean isRight(String device, DeviceConnection pipe, Predicate<String> password) {
        if (!brake.compares(device, pipe.address())) {
            return false;
        }
        if (!password.test(device)) {
            brake.wrong(device, pipe.address());
            return false;
        }
        brake.right(device, pipe.address());
        newcomers.loggedIn(pipe);
        return true;
    }
}
