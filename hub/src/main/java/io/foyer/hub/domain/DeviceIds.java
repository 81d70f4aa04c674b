package io.foyer.hub.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The message ids that one device has used: the ids of the last 24 hours and at least the last 4,096, but never more
 * than 100,000. A device can use one id a second for more than a day. The hub remembers a faster device for a shorter
 * time.
 *
 * <p>Arrays hold 128 bits of hash for each id. Millions of ids as objects would make the garbage collector pause, and
 * no door gets an answer in a pause. Two ids of one device with the same 128 bits are less likely than a fault of the
 * memory.
 */
public final class DeviceIds {
    static final int AT_LEAST = 4_096;
    static final int AT_MOST = 100_000;
    private static final long KEPT_MS = Duration.ofHours(24).toMillis();
    private static final int FIRST_CAPACITY = 8;
    private static final int SLOTS_PER_ID = 2;

    /** A ring in the order of arrival. The length is a power of two. */
    private long[] highs = new long[FIRST_CAPACITY];

    private long[] lows = new long[FIRST_CAPACITY];
    private long[] arrivals = new long[FIRST_CAPACITY];
    /** A hash of the message of each id; 0 where the hub does not know the message. */
    private int[] contents = new int[FIRST_CAPACITY];

    private int oldest;
    private int size;
    /** The place in the ring for each hash, or -1. The table uses open addressing with linear probing. */
    private int[] slots = emptySlots(FIRST_CAPACITY);

    /**
     * Remembers an id.
     *
     * @param content a hash of the message, 0 where the hub does not know the message
     * @return false where the device has used the id before; then nothing changes
     */
    public boolean add(String id, int content, Instant arrived) {
        long high = high(id);
        long low = low(id);
        int slot = slotOf(high, low);
        if (slots[slot] >= 0) {
            return false;
        }
        if (size == highs.length) {
            grow();
            slot = slotOf(high, low);
        }
        int place = (oldest + size) & (highs.length - 1);
        highs[place] = high;
        lows[place] = low;
        arrivals[place] = arrived.toEpochMilli();
        contents[place] = content;
        slots[slot] = place;
        size++;
        while (size > AT_MOST || (size > AT_LEAST && arrivals[oldest] < arrived.toEpochMilli() - KEPT_MS)) {
            forgetOldest();
        }
        return true;
    }

    public boolean has(String id) {
        return slots[slotOf(high(id), low(id))] >= 0;
    }

    /** True where the device used this id for another message before. */
    public boolean isOther(String id, int content) {
        int place = slots[slotOf(high(id), low(id))];
        return place >= 0 && contents[place] != 0 && content != 0 && contents[place] != content;
    }

    public int size() {
        return size;
    }

    /** The slot that holds this hash, or the empty slot for it. */
    private int slotOf(long high, long low) {
        int slot = home(low);
        while (slots[slot] >= 0 && (highs[slots[slot]] != high || lows[slots[slot]] != low)) {
            slot = next(slot);
        }
        return slot;
    }

    private int home(long low) {
        return (int) low & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /**
     * Empties the slot of the oldest id. Moves up the ids behind that slot which probing would not find over the gap.
     */
    private void forgetOldest() {
        int gap = slotOf(highs[oldest], lows[oldest]);
        for (int slot = next(gap); slots[slot] >= 0; slot = next(slot)) {
            int home = home(lows[slots[slot]]);
            boolean reachesOverGap = ((slot - home) & (slots.length - 1)) >= ((slot - gap) & (slots.length - 1));
            if (reachesOverGap) {
                slots[gap] = slots[slot];
                gap = slot;
            }
        }
        slots[gap] = -1;
        oldest = (oldest + 1) & (highs.length - 1);
        size--;
    }

    private void grow() {
        highs = unrolled(highs);
        lows = unrolled(lows);
        arrivals = unrolled(arrivals);
        int[] twice = new int[2 * contents.length];
        System.arraycopy(contents, oldest, twice, 0, contents.length - oldest);
        System.arraycopy(contents, 0, twice, contents.length - oldest, oldest);
        contents = twice;
        oldest = 0;
        slots = emptySlots(highs.length);
        for (int place = 0; place < size; place++) {
            slots[slotOf(highs[place], lows[place])] = place;
        }
    }

    private long[] unrolled(long[] ring) {
        long[] twice = new long[2 * ring.length];
        System.arraycopy(ring, oldest, twice, 0, ring.length - oldest);
        System.arraycopy(ring, 0, twice, ring.length - oldest, oldest);
        return twice;
    }

    private static int[] emptySlots(int capacity) {
        int[] slots = new int[SLOTS_PER_ID * capacity];
        Arrays.fill(slots, -1);
        return slots;
    }

    private static long high(String id) {
        return hash(id, 0x9E3779B97F4A7C15L);
    }

    private static long low(String id) {
        return hash(id, 0xC2B2AE3D27D4EB4FL);
    }

    /** A multiplicative hash over the characters, finished as in MurmurHash3 (Appleby, public domain). */
    private static long hash(String id, long seed) {
        long hash = seed + id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
