package io.foyer.simulators.sense;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages of days, in the order in which they are sent. What is due after midnight of its own day comes after the
 * next one's first messages.
 */
public final class Timeline {
    private static final Comparator<Signal> ORDER = Comparator.comparing(Signal::due)
            .thenComparing(Signal::at)
            .thenComparing(Signal::device)
            .thenComparing(Signal::id);

    private final Days days;
    private final Reporting reporting;
    private final Map<LocalDate, Sent> planned = new ConcurrentHashMap<>();

    public Timeline(Days days, Reporting reporting) {
        this.days = days;
        this.reporting = reporting;
    }

    /** What is sent of one day, and which devices lose their connection meanwhile. */
    public record Sent(List<Signal> signals, List<Cut> cuts) {
        public Sent {
            signals = List.copyOf(signals);
            cuts = List.copyOf(cuts);
        }
    }

    /** Of a day; today's and tomorrow's are kept, so that another thread may plan ahead. */
    public Sent of(LocalDate date) {
        planned.keySet().removeIf(day -> day.isBefore(date.minusDays(1)) || day.isAfter(date.plusDays(1)));
        return planned.computeIfAbsent(date, this::plan);
    }

    private Sent plan(LocalDate date) {
        Day day = days.of(date);
        List<Signal> said = said(day);
        Disturbance disturbance = new Disturbance(days.space(), days.seed(), days.faults(), day);
        List<Signal> sent = disturbance.of(said);
        sent.sort(ORDER);
        return new Sent(sent, disturbance.cuts());
    }

    /**
     * What every sensor has said last before a moment, of that day, and what each meter shows: with it a simulation
     * begins. Line counters also tell with which totals they began the day, so that a hub that never heard of them counts who is there.
     */
    public List<Signal> before(Instant start) {
        Day day = days.of(start.atZone(days.space().timeZone()).toLocalDate());
        Map<String, Signal> last = new LinkedHashMap<>();
        List<Signal> said = said(day);
        said.sort(ORDER);
        for (Signal signal : said) {
            if (signal.at().isBefore(start)
                    && (signal.leaf().equals("count") || signal.leaf().equals("presence"))) {
                last.put(signal.device(), signal);
            }
        }
        List<Signal> first = new ArrayList<>();
        days.lines().forEach(line -> first.addAll(opening(day, line.device(), last.get(line.device()), start)));
        last.forEach((device, signal) -> first.add(new Signal(
                device, signal.leaf(), signal.id() + "-now", start, start, standing(signal.fields()), null)));
        int second = (int) Duration.between(day.midnight(), start).toSeconds();
        Readings.at(days.space(), day, second)
                .forEach(reading -> first.add(new Signal(
                        reading.device(),
                        reading.leaf(),
                        reading.id() + "-now",
                        start,
                        start,
                        reading.fields(),
                        null)));
        return first;
    }

    /** What was said, said again: a total or a state is the same, a step is none. */
    private static Map<String, Object> standing(Map<String, Object> fields) {
        return fields.containsKey("in") ? Map.of("in", 0, "out", 0) : fields;
    }

    private static List<Signal> opening(Day day, String device, @Nullable Signal last, Instant start) {
        if (last == null || !last.fields().containsKey("totalIn")) {
            return List.of();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("totalIn", day.registers().in().getOrDefault(device, 0L));
        fields.put("totalOut", day.registers().out().getOrDefault(device, 0L));
        return List.of(new Signal(device, "count", Say.id(day, "opening", 0), day.midnight(), start, fields, null));
    }

    private List<Signal> said(Day day) {
        List<Signal> said = new ArrayList<>();
        said.addAll(Doors.of(day, reporting));
        said.addAll(new Counts(days.space(), days.seed(), days.faults(), reporting).of(day));
        said.addAll(Seats.of(days.space(), days.seed(), days.faults(), reporting, day));
        said.addAll(Readings.of(days.space(), days.seed(), reporting, day));
        said.addAll(Statuses.of(days.space(), day));
        return said;
    }
}
