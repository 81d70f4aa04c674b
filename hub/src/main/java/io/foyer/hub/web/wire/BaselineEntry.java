package io.foyer.hub.web.wire;

import io.foyer.hub.domain.baseline.BaselineCourse;
import io.foyer.hub.domain.baseline.BaselineFit;
import io.foyer.hub.domain.baseline.HourBand;
import io.foyer.hub.domain.baseline.Saving;
import io.foyer.hub.domain.baseline.StaticChange;
import io.foyer.hub.domain.baseline.StaticFactor;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a meter would use as things were, by hours. Quantities are kWh, m³ or bytes. */
public record BaselineEntry(
        @Schema(description = "The hours; empty where too little is known")
        List<BaselineStep> items,

        @Schema(description = "How well it fits what it was learned from; null where too little is known") @Nullable Fit fit,

        @Schema(description = "What was not used in the hours whose use is known, beside what would have been")
        @Nullable SavingEntry saving,

        @Schema(
                description =
                        "What has changed and ended the baseline: it tells nothing from then on; null where nothing has")
        @Nullable Closing closed) {

    public static BaselineEntry of(BaselineCourse course, Medium medium) {
        BaselineFit fit = course.fit();
        Saving saving = course.saving();
        StaticChange closing = course.closing();
        return new BaselineEntry(
                course.items().stream()
                        .map(band -> BaselineStep.of(band, medium))
                        .toList(),
                fit == null ? null : Fit.of(fit, course.learnedFrom(), course.learnedUntil(), medium),
                saving == null ? null : SavingEntry.of(saving, medium),
                closing == null ? null : Closing.of(closing));
    }

    private static BigDecimal whole(double smallest, Medium medium) {
        return medium.decimal(Math.round(smallest));
    }

    private static @Nullable Double share(double value) {
        return Double.isFinite(value) ? Figure.of(value) : null;
    }

    /** One hour. In nine hours of ten the use lies from {@code low} to {@code high}. */
    public record BaselineStep(Instant at, BigDecimal expected, BigDecimal low, BigDecimal high) {
        static BaselineStep of(HourBand band, Medium medium) {
            return new BaselineStep(
                    band.at(), whole(band.expected(), medium), whole(band.low(), medium), whole(band.high(), medium));
        }
    }

    public record Fit(
            @Schema(description = "The first day that it was learned from")
            LocalDate from,

            @Schema(description = "The day after the last one")
            LocalDate until,

            @Schema(description = "How many of these days are known")
            int days,

            @Schema(description = "What it depends on: hour-of-week, people")
            List<String> variables,

            @Schema(description = "What one person more than usual uses in an hour; null where people are not counted")
            @Nullable BigDecimal perPerson,

            @Schema(description = "CV(RMSE) of hours by ASHRAE Guideline 14, as a share; null where nothing was used")
            @Nullable Double cvRmse,

            @Schema(description = "NMBE of hours by ASHRAE Guideline 14, as a share; null where nothing was used")
            @Nullable Double nmbe) {

        static Fit of(BaselineFit fit, LocalDate from, LocalDate until, Medium medium) {
            Double perPerson = fit.perPerson();
            return new Fit(
                    from,
                    until,
                    fit.days(),
                    perPerson == null ? List.of("hour-of-week") : List.of("hour-of-week", "people"),
                    perPerson == null ? null : whole(perPerson, medium),
                    share(fit.cvRmse()),
                    share(fit.nmbe()));
        }
    }

    public record SavingEntry(
            BigDecimal expected,
            BigDecimal measured,

            @Schema(description = "Expected less measured; negative where more was used")
            BigDecimal quantity,

            @Schema(description = "The saving lies within ± this at the confidence beside it")
            BigDecimal uncertainty,

            @Schema(description = "As a share") double confidence) {

        static SavingEntry of(Saving saving, Medium medium) {
            return new SavingEntry(
                    whole(saving.expected(), medium),
                    whole(saving.measured(), medium),
                    whole(saving.quantity(), medium),
                    whole(saving.uncertainty(), medium),
                    Saving.CONFIDENCE);
        }
    }

    public record Closing(Instant at, StaticFactor factor, BilingualText text) {
        static Closing of(StaticChange change) {
            return new Closing(change.at(), change.factor(), change.text());
        }
    }
}
