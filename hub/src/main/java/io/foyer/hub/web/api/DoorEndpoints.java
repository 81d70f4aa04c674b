package io.foyer.hub.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.site.Houses;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.EndLockdown;
import io.foyer.hub.site.command.EndRelease;
import io.foyer.hub.site.command.OverrideDoor;
import io.foyer.hub.site.command.ResumeDoor;
import io.foyer.hub.site.command.StartLockdown;
import io.foyer.hub.site.command.StartRelease;
import io.foyer.hub.site.command.UnlockDoor;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Commands of people to doors, each with its reason for the trail. */
final class DoorEndpoints {
    private static final int LONGEST_UNLOCK_S = 300;
    private static final int LONGEST_S = 86_400;

    private final Houses houses;

    DoorEndpoints(Houses houses) {
        this.houses = houses;
    }

    List<Endpoint> endpoints() {
        return List.of(
                command("unlock", LONGEST_UNLOCK_S, (door, body) -> new UnlockDoor(door, body.seconds(), body.why())),
                command(
                        "lock",
                        LONGEST_S,
                        (door, body) -> new OverrideDoor(door, DoorState.Mode.LOCKED, body.seconds(), body.why())),
                command(
                        "hold-open",
                        LONGEST_S,
                        (door, body) -> new OverrideDoor(door, DoorState.Mode.HELD_OPEN, body.seconds(), body.why())),
                command("resume", LONGEST_S, (door, body) -> new ResumeDoor(door, body.why())),
                ofAll(HttpMethod.POST, "/lockdown", "lockdown", body -> new StartLockdown(body.why())),
                ofAll(HttpMethod.DELETE, "/lockdown", "end-lockdown", body -> new EndLockdown(body.why())),
                ofAll(HttpMethod.POST, "/release", "release", body -> new StartRelease(body.why())),
                ofAll(HttpMethod.DELETE, "/release", "end-release", body -> new EndRelease(body.why())));
    }

    /** Why, and for how long where that can be said. */
    record CommandBody(@Nullable String reason, @Nullable Integer seconds) {
        String why() {
            return reason == null ? "" : reason;
        }
    }

    /** What was commanded. {@code door} is left out where it was all of them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Commanded(
            String command,
            @Nullable String door,
            String reason,
            @Nullable Integer seconds) {}

    private Endpoint command(String name, int longest, BiFunction<String, CommandBody, Command> command) {
        return Endpoint.ofSite(
                HttpMethod.POST,
                "/doors/{door}/" + name,
                Endpoint.DESK,
                call -> call.withBody(CommandBody.class, body -> {
                    String door = call.fields().id("door", call.path("door"));
                    check(call, body, longest);
                    return call.answer(() -> change(
                            call, command.apply(door, body), new Commanded(name, door, body.why(), body.seconds())));
                }));
    }

    private Endpoint ofAll(HttpMethod method, String path, String name, Function<CommandBody, Command> command) {
        return Endpoint.ofSite(
                method,
                path,
                Endpoint.DESK,
                call -> call.withBody(CommandBody.class, body -> {
                    check(call, body, LONGEST_S);
                    return call.answer(
                            () -> change(call, command.apply(body), new Commanded(name, null, body.why(), null)));
                }));
    }

    private static void check(Call call, CommandBody body, int longest) {
        call.fields().text("reason", body.reason());
        Integer seconds = body.seconds();
        if (seconds != null && (seconds < 1 || seconds > longest)) {
            call.fields().wrong("seconds", "1 到 " + longest + " 的整数", "must be a whole number from 1 to " + longest);
        }
    }

    private Future<Answer> change(Call call, Command command, Commanded commanded) {
        return houses.change(call.site(), command, call.session().user()).map(reply -> Answer.of(reply, commanded));
    }
}
