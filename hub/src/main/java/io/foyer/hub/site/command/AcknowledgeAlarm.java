package io.foyer.hub.site.command;

import io.foyer.hub.domain.alarm.Alarm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acknowledges an alarm: the person takes care of the cause. */
public record AcknowledgeAlarm(String alarm) implements Command {

    @Override
    public @Nullable Reply objection(CommandContext context) {
        return context.site().alarms().has(alarm) ? null : new Reply.MissingThing("alarm " + alarm);
    }

    @Override
    public TrailEntry trailEntry(CommandContext context) {
        return new TrailEntry("acknowledge", alarm);
    }

    /** Has no changes of its own and no rollback: the effects of the acknowledgement keep the alarm. */
    @Override
    public Transition<Alarm> transition(CommandContext context, String actor) {
        return Transition.restriction(
                RecordKey.alarm(alarm),
                null,
                List.of(),
                () -> context.carryOut(context.site().acknowledge(alarm, actor)),
                () -> {});
    }

    @Override
    public boolean isUrgent() {
        return false;
    }
}
