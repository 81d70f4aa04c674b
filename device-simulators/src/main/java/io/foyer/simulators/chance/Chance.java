package io.foyer.simulators.chance;

import java.util.List;
import java.util.Random;

/**
 * A sequence of chances that depends on nothing but what it was asked for. {@link Random} is specified to the bit, so a
 * seed means the same on every machine.
 */
public final class Chance {
    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    /** Whole numbers and texts; each question has chances of its own, whoever else asks. */
    public static Chance of(long seed, Object... question) {
        long mixed = mix(seed);
        for (Object part : question) {
            mixed = mix(mixed ^ (part instanceof Number number ? number.longValue() : hash(String.valueOf(part))));
        }
        return new Chance(mixed);
    }

    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(Math.max(1, most - least + 1));
    }

    /** Around {@code mean}, two out of three within {@code spread}, none further off than twice that. */
    public int near(int mean, int spread) {
        return (int) Math.round(mean + spread * Math.max(-2, Math.min(2, random.nextGaussian())));
    }

    /** From 0 to 1, 1 excluded. */
    public double share() {
        return random.nextDouble();
    }

    /** The pause until something that comes every {@code mean} on average; at most three times that. */
    public int pause(int mean) {
        return (int) Math.min(3.0 * mean, -mean * StrictMath.log(1 - random.nextDouble()));
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
