package io.foyer.hub.domain.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How well a baseline fits the days that it was learned from, in the terms of ASHRAE Guideline 14-2014, 4.2.11: of y used
 * and ŷ expected in n hours, with p parameters, NMBE is Σ(y − ŷ) / ((n − p)·ȳ) and CV(RMSE) is √(Σ(y − ŷ)² / (n − p)) / ȳ.
 *
 * @param days with a known use
 * @param parameters one for each hour of the week that was learned, and one for people where they count
 * @param cvRmse of hours, as a share; NaN where nothing was used
 * @param nmbe of hours, as a share; positive where more was used than expected
 * @param dayCv CV(RMSE) of whole days
 * @param dayLag how much a day's error goes on into the next day: the autocorrelation of lag one, from 0 to below 1
 * @param perPerson what one person more than usual uses in an hour, in mWh, ml or bytes; null where people are not counted
 */
public record BaselineFit(
        int days,
        int hours,
        int parameters,
        double cvRmse,
        double nmbe,
        double dayCv,
        double dayLag,
        @Nullable Double perPerson) {

    static BaselineFit of(RobustFit fit, LearnedHours hours) {
        int n = hours.use.length;
        double sum = 0;
        double errors = 0;
        double squares = 0;
        double[] dayErrors = new double[hours.days];
        for (int i = 0; i < n; i++) {
            double error = fit.residual(i);
            sum += hours.use[i];
            errors += error;
            squares += error * error;
            dayErrors[hours.dayOf[i]] += error;
        }
        int parameters = (int) Arrays.stream(fit.size).filter(size -> size > 0).count() + (hours.withPeople ? 1 : 0);
        double mean = sum / n;
        double free = Math.max(1, n - parameters);
        double freeDays = Math.max(1, hours.days - parameters / (double) HourTable.HOURS);
        double daySquares = Arrays.stream(dayErrors).map(each -> each * each).sum();
        return new BaselineFit(
                hours.days,
                n,
                parameters,
                Math.sqrt(squares / free) / mean,
                errors / free / mean,
                Math.sqrt(daySquares / freeDays) / (sum / hours.days),
                lag(dayErrors, daySquares),
                hours.withPeople ? fit.slope : null);
    }

    private static double lag(double[] errors, double squares) {
        double products = 0;
        for (int i = 1; i < errors.length; i++) {
            products += errors[i - 1] * errors[i];
        }
        return squares > 0 ? Math.min(0.99, Math.max(0, products / squares)) : 0;
    }
}
