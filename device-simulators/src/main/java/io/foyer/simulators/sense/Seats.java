package io.foyer.simulators.sense;

import io.foyer.simulators.chance.Chance;
import io.foyer.simulators.day.DayPlan;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.day.Move;
import io.foyer.simulators.space.Sensor.Seat;
import io.foyer.simulators.space.Space;
import io.foyer.simulators.space.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What presence sensors at desks and in booths say of a day. */
final class Seats {
    private static final int PASSING_S = 90;
    private static final int SITS_DOWN_S = 8;
    private static final int HOLDS_S = 75;

    private final Space space;
    private final Faults faults;
    private final Reporting reporting;
    private final Chance chance;
    private final Day day;
    /** By zone: its places, of which the first have sensors; and who likes which. */
    private final Map<String, List<String>> sensors = new HashMap<>();

    private final Map<String, Member[]> sitting = new HashMap<>();
    private final Map<String, Map<Member, Integer>> liked = new HashMap<>();
    /** By device: taken or free from which second on. */
    private final Map<String, TreeMap<Integer, Boolean>> states = new HashMap<>();

    private Seats(Space space, long seed, Faults faults, Reporting reporting, Day day) {
        this.space = space;
        this.faults = faults;
        this.reporting = reporting;
        this.day = day;
        this.chance = Chance.of(seed, "seats", day.plan().date().toEpochDay());
    }

    static List<Signal> of(Space space, long seed, Faults faults, Reporting reporting, Day day) {
        Seats seats = new Seats(space, seed, faults, reporting, day);
        space.sensors().stream()
                .filter(Seat.class::isInstance)
                .map(Seat.class::cast)
                .forEach(seat -> {
                    seats.sensors
                            .computeIfAbsent(seat.zone(), zone -> new ArrayList<>())
                            .add(seat.device());
                    seats.states.put(seat.device(), new TreeMap<>(Map.of(0, false)));
                });
        return seats.signals();
    }

    private List<Signal> signals() {
        List<Move> moves = day.plan().moves();
        Map<Member, Integer> leaves = new HashMap<>();
        int[] until = new int[moves.size()];
        for (int i = moves.size() - 1; i >= 0; i--) {
            until[i] = leaves.getOrDefault(moves.get(i).member(), DayPlan.SECONDS);
            leaves.put(moves.get(i).member(), moves.get(i).second());
        }
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            stand(move);
            if (sensors.containsKey(move.step().to()) && until[i] - move.second() > PASSING_S) {
                sit(move);
            }
        }
        List<Signal> signals = new ArrayList<>();
        states.values().forEach(Seats::calm);
        states.forEach((device, taken) -> {
            Heartbeat.of(device, reporting.heartbeat(), taken.keySet())
                    .forEach(beat -> taken.put(beat, taken.floorEntry(beat).getValue()));
            taken.forEach((second, occupied) ->
                    signals.add(Say.at(day, device, "presence", second, Map.of("occupied", occupied))));
        });
        return signals;
    }

    private void stand(Move move) {
        Member[] places = sitting.get(move.step().from());
        for (int place = 0; places != null && place < places.length; place++) {
            if (move.member().equals(places[place])) {
                places[place] = null;
                tell(move.step().from(), place, move.second() + HOLDS_S, false);
            }
        }
    }

    private void sit(Move move) {
        String zone = move.step().to();
        Member[] places = sitting.computeIfAbsent(zone, this::places);
        Map<Member, Integer> own = liked.computeIfAbsent(zone, key -> new HashMap<>());
        Integer place = own.get(move.member());
        int first = chance.between(0, places.length - 1);
        for (int i = 0; place == null && i < places.length; i++) {
            int candidate = (first + i) % places.length;
            place = places[candidate] == null && !own.containsValue(candidate) ? candidate : null;
        }
        for (int i = 0; i < places.length && (place == null || places[place] != null); i++) {
            place = (first + i) % places.length;
        }
        if (place != null && places[place] == null) {
            places[place] = move.member();
            own.put(move.member(), place);
            if (!chance.happens(faults.unseen())) {
                tell(zone, place, move.second() + SITS_DOWN_S, true);
            }
        }
    }

    private Member[] places(String zone) {
        Zone known = space.zones().get(zone);
        int seen = sensors.getOrDefault(zone, List.of()).size();
        return new Member[Math.max(seen, known == null ? 0 : known.capacity())];
    }

    private void tell(String zone, int place, int second, boolean occupied) {
        List<String> devices = sensors.getOrDefault(zone, List.of());
        if (place < devices.size() && second < DayPlan.SECONDS) {
            TreeMap<Integer, Boolean> taken = states.get(devices.get(place));
            if (taken != null) {
                // Whoever sits down while the sensor still holds the one before keeps it taken.
                taken.tailMap(second, true).clear();
                taken.put(second, occupied);
            }
        }
    }

    /** Keeps only what changes something; a house is empty before the day ends. */
    private static void calm(SortedMap<Integer, Boolean> taken) {
        Boolean before = null;
        for (Integer second : List.copyOf(taken.keySet())) {
            Boolean now = taken.get(second);
            if (now != null && now.equals(before)) {
                taken.remove(second);
            }
            before = now;
        }
    }
}
