package io.foyer.simulators.day;

import java.time.LocalDate;
import java.util.List;

/** All that the people of a space do on one day, in the order of time. At midnight the house is empty. */
public record DayPlan(LocalDate date, List<Move> moves, List<Attempt> attempts, List<Meeting> meetings) {
    public static final int SECONDS = 24 * 3600;

    public DayPlan {
        moves = List.copyOf(moves);
        attempts = List.copyOf(attempts);
        meetings = List.copyOf(meetings);
    }
}
