package io.foyer.hub.web.api;

import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.EndLockdown;
import io.foyer.hub.site.command.EndRelease;
import io.foyer.hub.site.command.OverrideDoor;
import io.foyer.hub.site.command.ResumeDoor;
import io.foyer.hub.site.command.StartLockdown;
import io.foyer.hub.site.command.StartRelease;
import io.foyer.hub.site.command.UnlockDoor;
import io.foyer.hub.web.wire.DoorCommandBody;
import io.foyer.hub.web.wire.DoorCommandEntry;
import io.foyer.hub.web.wire.DoorCommandEntry.Kind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Endpoints for commands to doors. Each command has a reason for the trail. */
final class DoorEndpoints {
    private static final int LONGEST_UNLOCK_S = 300;
    private static final Response IN_FORCE = Response.inForce(Content.one(DoorCommandEntry.class));

    private final SiteDirectory directory;

    DoorEndpoints(SiteDirectory directory) {
        this.directory = directory;
    }

    List<Endpoint> endpoints() {
        return List.of(
                command(
                        Kind.UNLOCK,
                        "Open a door once",
                        Response.CONFLICT,
                        LONGEST_UNLOCK_S,
                        (door, body) -> new UnlockDoor(door, body.seconds(), body.why())),
                command(
                        Kind.LOCK,
                        "Let nobody in by a door; people inside can leave",
                        IN_FORCE,
                        DoorCommandBody.LONGEST_S,
                        (door, body) ->
                                new OverrideDoor(door, DoorOverride.OverrideMode.LOCKED, body.seconds(), body.why())),
                command(
                        Kind.HOLD_OPEN,
                        "Let a door stand open",
                        Response.CONFLICT,
                        DoorCommandBody.LONGEST_S,
                        (door, body) -> new OverrideDoor(
                                door, DoorOverride.OverrideMode.HELD_OPEN, body.seconds(), body.why())),
                command(
                        Kind.RESUME,
                        "Let a door follow its site file again",
                        IN_FORCE,
                        DoorCommandBody.LONGEST_S,
                        (door, body) -> new ResumeDoor(door, body.why())),
                ofAll(
                        all(
                                        HttpMethod.POST,
                                        "/lockdown",
                                        "Shut every door; only plans in the `lockdownPass` of a door let people in")
                                .responds(IN_FORCE),
                        Kind.LOCKDOWN,
                        body -> new StartLockdown(body.why())),
                ofAll(
                        all(HttpMethod.DELETE, "/lockdown", "End the lockdown"),
                        Kind.END_LOCKDOWN,
                        body -> new EndLockdown(body.why())),
                ofAll(
                        all(
                                        HttpMethod.POST,
                                        "/release",
                                        "Let every door stand open, as in a fire: nobody is asked on the way out, nobody inside is forgotten")
                                .responds(IN_FORCE),
                        Kind.RELEASE,
                        body -> new StartRelease(body.why())),
                ofAll(
                        all(HttpMethod.DELETE, "/release", "End the release"),
                        Kind.END_RELEASE,
                        body -> new EndRelease(body.why())));
    }

    private static Operation all(HttpMethod method, String path, String summary) {
        return Operation.ofSite(method, path, Roles.DESK, "doors", summary)
                .answers(DoorCommandEntry.class)
                .responds(Response.UNWRITABLE);
    }

    private Endpoint command(
            Kind kind,
            String summary,
            Response special,
            int longest,
            BiFunction<String, DoorCommandBody, Command> command) {
        return all(HttpMethod.POST, "/doors/{door}/" + Code.of(kind), summary)
                .responds(special)
                .handledBy(DoorCommandBody.class, (call, body) -> {
                    String door = call.fields().id("door", call.path("door"));
                    check(call, body, longest);
                    return call.answer(() -> change(
                            call,
                            command.apply(door, body),
                            new DoorCommandEntry(kind, door, body.why(), body.seconds())));
                });
    }

    private Endpoint ofAll(Operation operation, Kind kind, Function<DoorCommandBody, Command> command) {
        return operation.handledBy(DoorCommandBody.class, (call, body) -> {
            check(call, body, DoorCommandBody.LONGEST_S);
            return call.answer(
                    () -> change(call, command.apply(body), new DoorCommandEntry(kind, null, body.why(), null)));
        });
    }

    private static void check(ApiCall call, DoorCommandBody body, int longest) {
        call.fields().text("reason", body.reason());
        Integer seconds = body.seconds();
        if (seconds != null && (seconds < 1 || seconds > longest)) {
            call.fields().wrong("seconds", "1 到 " + longest + " 的整数", "must be a whole number from 1 to " + longest);
        }
    }

    private Future<ApiAnswer> change(ApiCall call, Command command, DoorCommandEntry commanded) {
        return directory
                .change(call.site(), command, call.session().user())
                .map(reply -> ApiAnswer.of(reply, commanded));
    }
}
