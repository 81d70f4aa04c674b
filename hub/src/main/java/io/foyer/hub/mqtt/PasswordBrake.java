package io.foyer.hub.mqtt;

import io.foyer.hub.site.MinuteBucket;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many wrong passwords a device and an address have left, within a minute. Whoever guesses must not lock a door out:
 * guesses count for the address that they come from, a device is heard from where it last logged in whatever others
 * guess there, and an address from which any device has logged in is not shut. In the first minute nobody is refused for
 * others' guesses, since a whole house behind one address may come back. Used on the sites' loop.
 */
final class PasswordBrake {
    static final int OF_DEVICE = 10;
    static final int OF_ADDRESS = 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Instant begins;
    private final Map<Guess, Bucket> devices = remembered();
    private final Map<String, Bucket> addresses = remembered();
    /** By device, where it has logged in last. */
    private final Map<String, String> homes = remembered();

    private final Map<String, Boolean> known = remembered();

    private record Guess(String device, String address) {}

    PasswordBrake(InstantSource clock) {
        this.clock = clock;
        this.begins = clock.instant().plus(MINUTE);
    }

    /** Whether what comes from an address is not even read. */
    boolean isShut(String address) {
        return isSpent(addresses.get(address)) && !known.containsKey(address) && !isEarly();
    }

    /** Whether a password is compared at all. */
    boolean compares(String device, String address) {
        return address.equals(homes.get(device)) || !isSpent(devices.get(new Guess(device, address))) || isEarly();
    }

    private boolean isEarly() {
        return clock.instant().isBefore(begins);
    }

    /** For a device that there is not; its name, of any length, is nothing to remember. */
    void wrong(String address) {
        addresses
                .computeIfAbsent(address, key -> MinuteBucket.of(OF_ADDRESS, clock))
                .tryConsume(1);
    }

    void wrong(String device, String address) {
        wrong(address);
        devices.computeIfAbsent(new Guess(device, address), key -> MinuteBucket.of(OF_DEVICE, clock))
                .tryConsume(1);
    }

    void right(String device, String address) {
        homes.put(device, address);
        known.put(address, true);
    }

    /** Devices have another password now. */
    void forgive(Set<String> changed) {
        devices.keySet().removeIf(guess -> changed.contains(guess.device()));
    }

    private static boolean isSpent(@Nullable Bucket bucket) {
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    private static <K, V> Map<K, V> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
