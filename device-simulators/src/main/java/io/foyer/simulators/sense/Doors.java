package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.Attempt;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.space.Door;
import io.foyer.simulators.space.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What readers and door contacts say of a day. */
final class Doors {
    private static final int SWIPE_BEFORE_S = 2;
    private static final long OPENS_MS = 1_200;

    private final Day day;
    private final boolean past;
    private final List<Signal> signals = new ArrayList<>();

    private Doors(Day day, boolean past) {
        this.day = day;
        this.past = past;
    }

    static List<Signal> of(Day day, Reporting reporting) {
        Doors doors = new Doors(day, reporting.past());
        day.plan().moves().forEach(doors::pass);
        int number = 0;
        for (Attempt attempt : day.plan().attempts()) {
            doors.refused(attempt, number++);
        }
        return doors.signals;
    }

    private void pass(Move move) {
        Step step = move.step();
        Door door = step.door();
        if (door == null) {
            return;
        }
        String reader = step.reader();
        Instant swiped = day.at(move.second() - SWIPE_BEFORE_S);
        String id = "s-" + Long.toString(swiped.getEpochSecond(), Character.MAX_RADIX) + "-"
                + move.member().number();
        Signal.Opening opening = opening(move, door);
        if (reader != null) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("credential", move.member().card());
            fields.put("type", "card");
            fields.put("direction", step.inward() ? "in" : "out");
            String pin = move.member().pin();
            if (door.pin() && step.inward() && pin != null) {
                fields.put("pin", pin);
            }
            Signal swipe = new Signal(reader, "swipe", id, swiped, swiped, fields, opening);
            signals.add(past ? swipe.decided("granted") : swipe);
        } else if (opening != null && !past) {
            Signal button =
                    new Signal(opening.device(), "door", id, swiped, swiped, Map.of("event", "exit-button"), opening);
            signals.add(Signal.of(button.device(), "door", id, swiped, button.fields()));
            signals.add(button.contact(true));
            signals.add(button.contact(false));
        }
    }

    private static Signal.@Nullable Opening opening(Move move, Door door) {
        String contact = door.contact();
        Member member = move.member();
        long stays = Chance.of(0, "door", move.second(), member.number()).between(2_800, 5_600);
        return contact == null ? null : new Signal.Opening(contact, OPENS_MS, OPENS_MS + stays);
    }

    private void refused(Attempt attempt, int number) {
        Instant at = day.at(attempt.second());
        Signal swipe = Signal.of(
                attempt.reader(),
                "swipe",
                "s-" + Long.toString(at.getEpochSecond(), Character.MAX_RADIX) + "-x" + number,
                at,
                Map.of("credential", attempt.card(), "type", "card", "direction", "in"));
        signals.add(past ? swipe.decided("denied") : swipe);
    }
}
