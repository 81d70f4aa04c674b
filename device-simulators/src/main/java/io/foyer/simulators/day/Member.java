package io.foyer.simulators.day;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds a card of the house.
 *
 * @param zone the one that belongs to the membership, an office or where the fixed desk stands
 * @param card as the reader reads it
 * @param arrives usual second of the day, and {@code leaves}
 * @param comes share of the working days
 */
public record Member(
        int number,
        String id,
        String name,
        @Nullable String company,
        String plan,
        @Nullable String zone,
        String card,
        Duty duty,
        int arrives,
        int leaves,
        double comes) {

    /** What somebody is in the house for. */
    public enum Duty {
        GUEST,
        NIGHT_GUARD,
        EVENING_GUARD,
        RECEPTION,
        BARISTA,
        CLEANER,
        ENGINEER,
        MANAGER;

        public boolean isStaff() {
            return this != GUEST;
        }
    }

    /** There is one of each number in a house. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Member member && member.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** The PIN of those who may enter a room that asks for one. */
    public @Nullable String pin() {
        return duty.isStaff() ? String.format("%04d", 2600 + number) : null;
    }
}
