package io.foyer.hub.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.foyer.hub.site.AttemptBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * How many wrong passwords a device and an address have left, within a minute. Whoever guesses must not lock a door out:
 * guesses count for the address that they come from, a device is heard from where it last logged in whatever others
 * guess there, and an address from which any device has logged in is not shut. In the first minute nobody is refused for
 * others' guesses, since a whole site behind one address may come back. Used on the sites' loop.
 */
final class PasswordBrake {
    static final int OF_DEVICE = 10;
    static final int OF_ADDRESS = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Instant begins;
    private final AttemptBudget<PasswordGuess> devices;
    private final AttemptBudget<String> addresses;
    /** By device, the address from which it has logged in last. */
    private final Cache<String, String> homes = remembered();

    private final Cache<String, Boolean> known = remembered();

    private record PasswordGuess(String device, String address) {}

    PasswordBrake(InstantSource clock) {
        this.clock = clock;
        this.begins = clock.instant().plus(MINUTE);
        this.devices = new AttemptBudget<>(OF_DEVICE, clock);
        this.addresses = new AttemptBudget<>(OF_ADDRESS, clock);
    }

    /** Whether what comes from an address is not even read. */
    boolean isShut(String address) {
        return addresses.isSpent(address) && known.getIfPresent(address) == null && !isEarly();
    }

    /** Whether a password is compared at all. */
    boolean compares(String device, String address) {
        return address.equals(homes.getIfPresent(device))
                || !devices.isSpent(new PasswordGuess(device, address))
                || isEarly();
    }

    private boolean isEarly() {
        return clock.instant().isBefore(begins);
    }

    /** For a device that there is not; its name, of any length, is nothing to remember. */
    void wrong(String address) {
        addresses.take(address);
    }

    void wrong(String device, String address) {
        wrong(address);
        devices.take(new PasswordGuess(device, address));
    }

    void right(String device, String address) {
        homes.put(device, address);
        known.put(address, true);
    }

    /** Devices have another password now. */
    void forgive(Set<String> changed) {
        devices.forgive(guess -> changed.contains(guess.device()));
    }

    private static <V> Cache<String, V> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .executor(Runnable::run)
                .build();
    }
}
