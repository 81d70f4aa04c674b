package io.foyer.simulators.pages;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Some days of a plausible house in rows of five minutes, up to now: quiet nights, full afternoons, and electricity that
 * follows the people. On a working day weekends are quiet; at a weekend, so that today is a usual day then too, working
 * days are. The same every time, but for the clock.
 */
final class HarbourTrace {
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** What a meter draws in an empty house, and what a full one adds, in kW. */
    private record Load(double standby, double full) {}

    private static final Map<String, Load> LOADS = new TreeMap<>(Map.of(
            "f1-hvac", new Load(1.1, 12.4),
            "f1-light", new Load(0.4, 3.9),
            "f2-hvac", new Load(0.9, 14.2),
            "f2-light", new Load(0.5, 4.6),
            "f2-sockets", new Load(1.8, 7.1),
            "f3-hvac", new Load(0.7, 6.8),
            "f3-sockets", new Load(0.8, 3.2),
            "kitchens", new Load(0.6, 5.3),
            "plant", new Load(1.4, 1.9)));

    private final Random chance = new Random(7);
    private final StringBuilder csv = new StringBuilder();
    private final Map<String, Double> registers = new LinkedHashMap<>();
    private final Map<String, Double> power = new LinkedHashMap<>();
    private final ZonedDateTime end;
    private final ZonedDateTime now;
    private final double ahead;
    private int inLounge;
    private int loungeIn;
    private int loungeOut;

    /** {@code hour}: the hour of the house's day at {@code now}. */
    static HarbourTrace until(ZonedDateTime now, int hour, int days) {
        return new HarbourTrace(now, hour, days);
    }

    private HarbourTrace(ZonedDateTime now, int hour, int days) {
        this.now = now;
        this.end = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(now.getMinute() / 5 * 5);
        this.ahead = hour - now.getHour();
        List<String> columns = new ArrayList<>(List.of("at", "lounge-in", "lounge-out"));
        columns.addAll(Harbour.PEOPLE.keySet());
        columns.add("main");
        columns.addAll(LOADS.keySet());
        csv.append(String.join(",", columns)).append('\n');
        for (ZonedDateTime at = end.minusDays(days); at.isBefore(end); at = at.plus(STEP)) {
            row(at);
        }
    }

    String csv() {
        return csv.toString();
    }

    /** By meter: a reading of this moment that goes on from the rows. */
    Map<String, String> meters() {
        double hours = Duration.between(end, now).toMillis() / 3_600_000.0;
        Map<String, String> readings = new LinkedHashMap<>();
        power.forEach((meter, kw) -> readings.put(
                meter,
                String.format(
                        Locale.ROOT,
                        "{\"powerW\":%.1f,\"energyKwh\":%.3f}",
                        kw * 1000,
                        registers.get(meter) + kw * hours)));
        return readings;
    }

    /** The line counter's totals of this moment, which leave as many in the lounge as there should be. */
    String lounge() {
        int more = Harbour.PEOPLE.get("lounge") - inLounge;
        return "{\"totalIn\":" + (loungeIn + Math.max(0, more)) + ",\"totalOut\":" + (loungeOut + Math.max(0, -more))
                + "}";
    }

    private void row(ZonedDateTime at) {
        double hour = (((at.getHour() + ahead + 24) % 24) + at.getMinute() / 60.0);
        double full = busy(hour) * (isQuiet(at) ? 0.12 : 1) * day(at);
        csv.append(AT.format(at));
        Map<String, Integer> people = new TreeMap<>();
        Harbour.PEOPLE.forEach((room, usual) -> people.put(room, (int) Math.round(usual * full * near(0.18))));
        lounge(people.get("lounge"));
        people.values().forEach(count -> csv.append(',').append(count));
        double main = 0;
        List<String> used = new ArrayList<>();
        for (Map.Entry<String, Load> load : LOADS.entrySet()) {
            double kw = (load.getValue().standby() + load.getValue().full() * full) * near(0.06);
            main += kw;
            used.add(use(load.getKey(), kw));
        }
        csv.append(',').append(use("main", main * 1.04));
        used.forEach(kwh -> csv.append(',').append(kwh));
        csv.append('\n');
    }

    private void lounge(int people) {
        int passing = people > 0 ? chance.nextInt(3) : 0;
        int in = Math.max(0, people - inLounge) + passing;
        int out = Math.max(0, inLounge - people) + passing;
        inLounge = people;
        loungeIn += in;
        loungeOut += out;
        csv.append(',').append(in).append(',').append(out);
    }

    private String use(String meter, double kw) {
        String kwh = String.format(Locale.ROOT, "%.4f", kw / 12);
        power.put(meter, kw);
        registers.merge(meter, Double.parseDouble(kwh), Double::sum);
        return kwh;
    }

    /** Some days are fuller than others; the last one is as it is. */
    private double day(ZonedDateTime at) {
        return at.isBefore(end.minusHours(15))
                ? 0.78
                        + 0.3
                                * new Random(at.plusHours((long) ahead)
                                                        .toLocalDate()
                                                        .toEpochDay()
                                                * 31)
                                        .nextDouble()
                : 1;
    }

    private boolean isQuiet(ZonedDateTime at) {
        return isWeekend(at) != isWeekend(end);
    }

    private boolean isWeekend(ZonedDateTime at) {
        return at.plusHours((long) ahead).getDayOfWeek().getValue() > 5;
    }

    /** From 0 in the night to about 1 in the afternoon, with a dip at noon. */
    private static double busy(double hour) {
        double come = Math.min(1, Math.max(0, (hour - 7.5) / 3));
        double stay = Math.min(1, Math.max(0, (21.5 - hour) / 5));
        double noon = Math.exp(-Math.pow(hour - 12.4, 2) / 0.6);
        return come * come * (3 - 2 * come) * stay * (1 - 0.14 * noon);
    }

    private double near(double spread) {
        return 1 + spread * (chance.nextDouble() - 0.5);
    }
}
