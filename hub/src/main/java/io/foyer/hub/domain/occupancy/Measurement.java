package io.foyer.hub.domain.occupancy;

/**
 * What tells of the people in a zone, and how far that is believed.
 *
 * @param people on average
 * @param variance in people squared; not a number where nothing is told
 */
record Measurement(double people, double variance) {
    private static final double LEAST_VARIANCE = 1e-3;

    static final Measurement NONE = new Measurement(0, Double.NaN);

    boolean isNone() {
        return Double.isNaN(variance);
    }

    /**
     * Two independent measurements together: each counts by the inverse of its variance, which gives the least variance
     * (Gauss 1823).
     */
    Measurement and(Measurement other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        double weight = 1 / Math.max(LEAST_VARIANCE, variance);
        double otherWeight = 1 / Math.max(LEAST_VARIANCE, other.variance);
        double both = 1 / (weight + otherWeight);
        return new Measurement(both * (people * weight + other.people * otherWeight), both);
    }
}
