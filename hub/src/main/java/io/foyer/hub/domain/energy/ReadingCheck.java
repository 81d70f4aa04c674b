package io.foyer.hub.domain.energy;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a reading that a person has made can be true, by the readings around it. A device's reading is held until
 * later ones explain it; a person can look again.
 *
 * @param fold what the reading would change
 */
public record ReadingCheck(ReadingRange around, RegisterFold fold) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Why a reading cannot be true. */
    public enum DoubtKind {
        BELOW,
        ABOVE,
        BEYOND,
        POWERED,
        FORGOTTEN
    }

    /**
     * A doubt, in words that say what would be right.
     *
     * @param other the reading that contradicts; null where none does alone
     */
    public record Doubt(DoubtKind kind, @Nullable Reading other) {
        /** True where another time would help, false where another register would. */
        public boolean ofTime() {
            return kind == DoubtKind.POWERED || kind == DoubtKind.FORGOTTEN;
        }

        public BilingualText text(Meter meter, ZoneId zone) {
            String at = other == null ? "" : TIME.format(other.at().atZone(zone));
            String register = other == null
                    ? ""
                    : meter.medium().decimal(other.register()).toPlainString();
            return switch (kind) {
                case BELOW ->
                    new BilingualText(
                            "低于 " + at + " 的读数 " + register + "；若是那次读数有误，请先更正它；若表计已更换，请在站点文件中登记新表",
                            "is below " + register + ", the reading of " + at
                                    + ". Correct that one first if it is wrong;"
                                    + " give a new meter an id of its own in the site file if the meter was exchanged");
                case ABOVE ->
                    new BilingualText(
                            "高于 " + at + " 的读数 " + register + "；若是那次读数有误，请先更正它",
                            "is above " + register + ", the reading of " + at
                                    + ". Correct that one first if it is wrong");
                case BEYOND ->
                    new BilingualText(
                            "与前后读数相比不可能：请检查数字与单位，以及 maxPowerW",
                            "cannot be, by the readings around it: look at the digits, at the unit, and at `maxPowerW`");
                case POWERED ->
                    new BilingualText(
                            "此时表计按功率计量，读数不计入",
                            "is in a time in which the meter was booked by its power, so a register would not count");
                case FORGOTTEN ->
                    new BilingualText("早于日志保留的读数", "is before the oldest reading that the journal still has");
            };
        }
    }

    /** The reading of the same instant, which this one replaces. */
    public Optional<Reading> replaced(Reading reading) {
        return around.rows().stream()
                .map(JudgedReading::reading)
                .filter(other -> other.at().equals(reading.at()) && !other.equals(reading))
                .findFirst();
    }

    /** What contradicts the reading; empty where nothing does. */
    public Optional<Doubt> doubt(Reading reading) {
        JudgedReading before = null;
        JudgedReading after = null;
        boolean known = false;
        for (JudgedReading row : around.rows()) {
            known |= row.reading().equals(reading);
            if (row.isBelieved() && row.reading().at().isBefore(reading.at())) {
                before = row;
            } else if (row.isBelieved() && row.reading().at().isAfter(reading.at()) && after == null) {
                after = row;
            }
        }
        if (known) {
            return Optional.empty();
        }
        JudgedReading verdict = fold.verdict(reading.at()).orElse(null);
        if (verdict == null) {
            boolean amidPowers = after != null && after.reading().isPower();
            return Optional.of(new Doubt(amidPowers ? DoubtKind.POWERED : DoubtKind.FORGOTTEN, null));
        }
        if (before != null
                && !before.reading().isPower()
                && reading.register() < before.reading().register()
                && verdict.verdict() != ReadingVerdict.ROLLOVER) {
            return Optional.of(new Doubt(DoubtKind.BELOW, before.reading()));
        }
        if (after != null
                && after.verdict() == ReadingVerdict.SOUND
                && reading.register() > after.reading().register()) {
            return Optional.of(new Doubt(DoubtKind.ABOVE, after.reading()));
        }
        return verdict.isBelieved() ? Optional.empty() : Optional.of(new Doubt(DoubtKind.BEYOND, null));
    }
}
