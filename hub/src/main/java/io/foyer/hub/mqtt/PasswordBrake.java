package io.foyer.hub.mqtt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.foyer.hub.site.AttemptBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Counts the wrong passwords that a device and an address have left within a minute. A guesser must not lock out a
 * door. Guesses therefore count for the address from which they come. A device may always try from the address of its
 * last login, whatever others guess there. An address from which any device has logged in is never shut. In the first
 * minute nobody is refused because of the guesses of others, since a whole site behind one address may come back. Used
 * on the sites' loop.
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
    /** By device: the address of its last login. */
    private final Cache<String, String> homes = remembered();

    private final Cache<String, Boolean> known = remembered();

    private record PasswordGuess(String device, String address) {}

    PasswordBrake(InstantSource clock) {
        this.clock = clock;
        this.begins = clock.instant().plus(MINUTE);
        this.devices = new AttemptBudget<>(OF_DEVICE, clock);
        this.addresses = new AttemptBudget<>(OF_ADDRESS, clock);
    }

    /** True where the hub does not even read what an address sends. */
    boolean isShut(String address) {
        return addresses.isSpent(address) && known.getIfPresent(address) == null && !isEarly();
    }

    /** True where the hub compares the password. */
    boolean compares(String device, String address) {
        return address.equals(homes.getIfPresent(device))
                || !devices.isSpent(new PasswordGuess(device, address))
                || isEarly();
    }

    private boolean isEarly() {
        return clock.instant().isBefore(begins);
    }

    /**
     * Counts a wrong password for a device that does not exist. The name of such a device may have any length, so the
     * brake does not remember the name.
     */
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

    /** Forgets the guesses at devices whose password has changed. */
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
