package io.foyer.simulators.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.foyer.simulators.api.Api;
import io.foyer.simulators.setting.Refusal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a hub's figures are from what a simulation knows to be true, by quarter-hours: people in each zone, and what
 * each meter used.
 */
public final class ErrorTable {
    private static final Duration PAGE = Duration.ofDays(4);

    private final TruthFile truth;
    private final Api api;
    private final String site;

    /** For a truth that {@code ./foyer simulate --truth} wrote, and an account that may see energy. */
    public ErrorTable(Path truth, Api api, String site) {
        this.truth = TruthFile.read(truth);
        this.api = api;
        this.site = "/sites/" + site;
    }

    /**
     * The errors of one zone or meter.
     *
     * @param truth the mean of the true values
     * @param mean of the absolute errors, {@code worst} of them, and {@code bias}, the mean of hub minus truth
     * @param missing share of the quarter-hours of which the hub knows nothing
     */
    public record Row(String subject, double truth, double mean, double worst, double bias, double missing) {}

    /** People, in the order of the truth. */
    public List<Row> occupancy() {
        List<Row> rows = new ArrayList<>();
        truth.people()
                .forEach((zone, values) -> rows.add(row(zone, values, hub("/occupancy/history?zone=" + zone, "mean"))));
        return rows;
    }

    /** In the unit of each meter: kWh, m³ or bytes a quarter-hour. */
    public List<Row> energy() {
        List<Row> rows = new ArrayList<>();
        truth.energy()
                .forEach((meter, values) ->
                        rows.add(row(meter, values, hub("/energy/history?meter=" + meter, "quantity"))));
        return rows;
    }

    /** Both, for people. */
    public void print(PrintStream out) {
        out.printf("Errors by quarter-hours, %s to %s%n", truth.from(), truth.until());
        print(out, "people in", occupancy());
        print(out, "used by", energy());
    }

    private static void print(PrintStream out, String what, List<Row> rows) {
        out.printf("%n%-20s %12s %12s %12s %12s %9s%n", what, "true mean", "mean error", "worst", "bias", "unknown");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %12.3f %12.4f %12.3f %12.4f %8.1f%%%n",
                    row.subject,
                    row.truth,
                    row.mean,
                    row.worst,
                    row.bias,
                    100 * row.missing);
        }
    }

    private static Row row(String subject, Map<Instant, Double> truth, Map<Instant, Double> hub) {
        double sum = 0;
        double errors = 0;
        double worst = 0;
        double bias = 0;
        int known = 0;
        for (Map.Entry<Instant, Double> quarter : truth.entrySet()) {
            sum += quarter.getValue();
            Double said = hub.get(quarter.getKey());
            if (said != null) {
                double error = said - quarter.getValue();
                known++;
                errors += Math.abs(error);
                bias += error;
                worst = Math.max(worst, Math.abs(error));
            }
        }
        int all = Math.max(1, truth.size());
        int some = Math.max(1, known);
        return new Row(subject, sum / all, errors / some, worst, bias / some, 1 - (double) known / all);
    }

    private Map<Instant, Double> hub(String path, String field) {
        Map<Instant, Double> values = new TreeMap<>();
        for (Instant from = truth.from(); from.isBefore(truth.until()); from = from.plus(PAGE)) {
            Instant until = from.plus(PAGE).isBefore(truth.until()) ? from.plus(PAGE) : truth.until();
            Api.Answer answer = api.get(site + path + "&step=15m&from=" + from + "&to=" + until);
            if (!answer.isOk()) {
                throw new Refusal("The hub answers " + answer.status() + " to " + path + ": " + answer.body());
            }
            for (JsonNode item : answer.body().path("items")) {
                if (item.hasNonNull(field)) {
                    values.put(
                            Instant.parse(item.path("at").asText()),
                            item.path(field).asDouble());
                }
            }
        }
        return values;
    }
}
