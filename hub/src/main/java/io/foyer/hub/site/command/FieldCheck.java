package io.foyer.hub.site.command;

import io.foyer.hub.domain.definition.BilingualText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a command, beyond what its endpoint has checked. */
final class FieldCheck {
    private final CommandContext context;
    private final List<Reply.FieldError> errors = new ArrayList<>();

    FieldCheck(CommandContext context) {
        this.context = context;
    }

    FieldCheck member(String field, String member) {
        return context.doorkeeper().knows(member) ? this : unknown(field, member);
    }

    FieldCheck plan(String field, String plan) {
        return context.definition().plans().containsKey(plan) ? this : unknown(field, plan);
    }

    FieldCheck zone(String field, @Nullable String zone) {
        return zone == null || context.definition().zones().containsKey(zone) ? this : unknown(field, zone);
    }

    FieldCheck doors(String field, Set<String> doors) {
        doors.stream()
                .filter(door -> !context.definition().doors().containsKey(door))
                .sorted()
                .forEach(door -> unknown(field, door));
        return this;
    }

    private FieldCheck unknown(String field, String id) {
        return wrong(field, new BilingualText("不存在：" + id, id + " is not there"));
    }

    FieldCheck wrong(String field, BilingualText text) {
        errors.add(new Reply.FieldError(field, text));
        return this;
    }

    /** The reply with all faults of the fields; null where there is none. */
    @Nullable Reply reply() {
        return errors.isEmpty() ? null : new Reply.InvalidFields(errors);
    }
}
