package io.foyer.hub.site.command;

import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingCheck;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.domain.energy.RegisterFold;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person has read a meter. The reading counts instead of another one of the same instant, and the ledger books it as
 * any reading.
 *
 * @param check what is around the reading; null before the journal has told it, and where there is no such meter
 */
public record PutReading(
        String meter, Reading reading, @Nullable ReadingCheck check) implements Command, JournalCommand {

    public PutReading(String meter, Reading reading) {
        this(meter, reading, null);
    }

    @Override
    public Command knowing(ReadingRange around, RegisterFold fold) {
        return new PutReading(meter, reading, new ReadingCheck(around, fold));
    }

    @Override
    public @Nullable Reply objection(CommandContext context) {
        Meter known = context.definition().meters().get(meter);
        if (known == null || check == null) {
            return new Reply.MissingThing("meter " + meter);
        }
        FieldCheck fields = new FieldCheck(context);
        if (reading.at().isAfter(context.now())) {
            return fields.wrong("at", new BilingualText("不能晚于现在", "must not be in the future"))
                    .reply();
        }
        Optional<ReadingCheck.Doubt> doubt = check.doubt(reading);
        doubt.ifPresent(found -> fields.wrong(
                found.ofTime() ? "at" : "register",
                found.text(known, context.definition().timeZone())));
        return fields.reply();
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        Meter known = Objects.requireNonNull(context.definition().meters().get(meter), meter);
        String register = known.medium().decimal(reading.register()).toPlainString();
        String before = check == null
                ? ""
                : check.replaced(reading)
                        .map(old -> ", instead of "
                                + known.medium().decimal(old.register()).toPlainString())
                        .orElse("");
        return new TrailEntry("put-reading", meter, register + " at " + reading.at() + before);
    }

    @Override
    public Transition<MeterBook> transition(CommandContext context, String actor) {
        RegisterFold fold =
                Objects.requireNonNull(check, "the journal has not been asked").fold();
        Effects effects = new Effects();
        effects.folded(meter, fold);
        return Transition.permission(
                RecordKey.reading(meter),
                null,
                List.copyOf(effects.changes()),
                () -> context.carryOut(context.site().take(meter, fold, context.now())),
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
