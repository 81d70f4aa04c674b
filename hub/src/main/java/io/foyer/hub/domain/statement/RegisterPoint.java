package io.foyer.hub.domain.statement;

import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Quarters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a register showed at an instant.
 *
 * @param register in mWh, ml or bytes
 */
public record RegisterPoint(Instant at, long register) {

    /**
     * The register at an instant. Between two readings it is where the ledger's even spread puts it, so that the difference of
     * two such points is what was booked between them. Where the readings do not go on from each other it is the one before,
     * with its own instant; before the first reading it is that one. Null where there is no reading.
     *
     * @param before the last believed reading at the instant or before
     * @param after the first believed reading later
     */
    public static @Nullable RegisterPoint at(
            Instant at, @Nullable JudgedReading before, @Nullable JudgedReading after) {
        if (before == null) {
            return after == null ? null : of(after);
        }
        Consumption booked = after == null || after.verdict() != ReadingVerdict.SOUND ? null : after.booked();
        if (after == null || booked == null || before.reading().at().equals(at)) {
            return of(before);
        }
        return new RegisterPoint(
                at, after.reading().register() - booked.quantity() + Quarters.quantityUntil(booked, at));
    }

    private static RegisterPoint of(JudgedReading judged) {
        return new RegisterPoint(judged.reading().at(), judged.reading().register());
    }
}
