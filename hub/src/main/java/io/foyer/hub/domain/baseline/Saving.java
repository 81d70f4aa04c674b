package io.foyer.hub.domain.baseline;

/**
 * What was not used that would have been, in mWh, ml or bytes: avoided energy use in the terms of IPMVP.
 *
 * @param expected by the baseline, over the hours whose use is known
 * @param measured in the same hours
 * @param uncertainty the saving lies within ± this at {@link #CONFIDENCE}
 */
public record Saving(double expected, double measured, double uncertainty) {
    /** As Guideline 14 wants it. */
    public static final double CONFIDENCE = 0.9;

    /** The 95th percentile of the normal distribution: {@link #CONFIDENCE} leaves a twentieth at each end. */
    private static final double Z = 1.6448536;

    /** The share that the simplified sum leaves out of the uncertainty of each single day, as the source puts it. */
    private static final double OF_SUM = 1.26;

    /**
     * The uncertainty is that of ASHRAE Guideline 14-2014, annex B, after Reddy and Claridge (Uncertainty of "measured"
     * energy savings from statistical baseline models, HVAC&R Research 6(1), 2000), by days: of n days learned from and m
     * days told of, with the days' CV(RMSE) and its autocorrelation ρ,
     *
     * <pre>ΔE = t · 1.26 · CV · E · √((n / n') · (1 + 2 / n') / m),  n' = n · (1 − ρ) / (1 + ρ)</pre>
     *
     * It is by days because errors of hours go on for longer than one lag tells, and the formula then promises too much
     * (Touzani, Granderson, Jump and Rebello, Evaluation of methods to assess the uncertainty in estimated energy savings,
     * Energy and Buildings 193, 2019).
     *
     * @param days with a known use that were told of; more than 0
     */
    static Saving of(double expected, double measured, double days, BaselineFit fit) {
        double n = fit.days();
        double independent = Math.max(2, n * (1 - fit.dayLag()) / (1 + fit.dayLag()));
        double t = student(independent - 1);
        double fraction = OF_SUM * fit.dayCv() * Math.sqrt(n / independent * (1 + 2 / independent) / days);
        return new Saving(expected, measured, t * fraction * expected);
    }

    public double quantity() {
        return expected - measured;
    }

    /** Student's t by Cornish and Fisher's expansion (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5). */
    static double student(double freedom) {
        double cube = Z * Z * Z;
        return Z + (cube + Z) / (4 * freedom) + (5 * cube * Z * Z + 16 * cube + 3 * Z) / (96 * freedom * freedom);
    }
}
