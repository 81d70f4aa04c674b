package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.Occupancy;
import io.foyer.hub.site.command.CheckInVisitor;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.EndRelease;
import io.foyer.hub.site.command.OverrideDoor;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.site.command.Reply;
import io.foyer.hub.site.command.StartLockdown;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that the database does not take in time. */
class TooLateTest {
    private static final SiteDefinition HOUSE = Configuration.read(Path.of("src/test/resources/access"), false)
            .get(0)
            .definition();

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final HeldJournal journal = new HeldJournal();
    private final Site site = new Site(
            HOUSE, new Doorkeeper(HOUSE), Occupancy.restored(HOUSE, List.of(), List.of(), List.of(), Instant.EPOCH));
    private final GroupCommit commit = new GroupCommit(vertx, journal, new SimpleMeterRegistry());
    private final List<Runnable> lateOnes = new ArrayList<>();
    private final Clock noon = Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);
    private final CommandHandler handler =
            new CommandHandler(new CommandContext(site, noon, effects -> {}), commit, lateOnes::add);

    @BeforeEach
    void oneBatchIsInFlight() {
        assertThat(handle(put("first")).isComplete()).isFalse();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Command put(String member) {
        return new PutMember(new Member(member, member, null, Set.of()));
    }

    private static Command holdOpen() {
        return new OverrideDoor("front", DoorOverride.OverrideMode.HELD_OPEN, null, "a move");
    }

    private <T> T on(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(turn -> done.complete(work.get()));
        T result = done.orTimeout(20, TimeUnit.SECONDS).join();
        CompletableFuture<Void> next = new CompletableFuture<>();
        loop.runOnContext(turn -> next.complete(null));
        next.orTimeout(20, TimeUnit.SECONDS).join();
        return result;
    }

    private Future<Reply> handle(Command command) {
        return on(() -> handler.handle(command, "admin"));
    }

    private void let() {
        on(() -> {
            journal.let();
            return "let";
        });
    }

    private void nobodyWaitsAnyLonger() {
        on(() -> {
            lateOnes.forEach(Runnable::run);
            return "late";
        });
    }

    private List<String> written() {
        return journal.written.stream()
                .filter(Change.AuditRecord.class::isInstance)
                .map(change -> ((Change.AuditRecord) change).action() + " " + ((Change.AuditRecord) change).subject())
                .toList();
    }

    @Test
    void what_has_not_been_sent_to_the_database_does_not_happen_any_more() {
        Future<Reply> reply = handle(holdOpen());
        nobodyWaitsAnyLonger();
        assertThat(reply.result()).isEqualTo(new Reply.Unavailability());

        let();
        assertThat(journal.waiting()).isZero();
        assertThat(written()).containsExactly("put-member first");
        assertThat(site.doorkeeper().doorState("front")).isNull();
        handle(holdOpen());
        let();
        assertThat(site.doorkeeper().doorState("front")).isNotNull();
    }

    @Test
    void what_is_on_its_way_is_in_force_if_the_database_has_it_and_its_sender_is_told_that() {
        Future<Reply> reply = handle(put("second"));
        let();
        nobodyWaitsAnyLonger();
        assertThat(reply.result()).isEqualTo(new Reply.OpenOutcome());
        assertThat(site.doorkeeper().knows("second")).isFalse();

        let();
        assertThat(site.doorkeeper().knows("second")).isTrue();
    }

    @Test
    void what_waits_behind_another_change_of_the_same_thing_is_not_taken_back() {
        Future<Reply> reply = handle(put("first"));
        nobodyWaitsAnyLonger();
        assertThat(reply.result()).isEqualTo(new Reply.OpenOutcome());

        let();
        let();
        assertThat(site.doorkeeper().knows("first")).isTrue();
        assertThat(written()).containsExactly("put-member first", "put-member first");
    }

    @Test
    void a_restriction_is_in_force_and_stays_so() {
        Future<Reply> reply = handle(new StartLockdown("a drill"));
        nobodyWaitsAnyLonger();

        assertThat(reply.result()).isEqualTo(new Reply.InForceReply());
        let();
        let();
        assertThat(written()).contains("lockdown hall");
    }

    @Test
    void beyond_the_bound_nothing_more_waits_and_doors_have_as_much_room_again() {
        on(() -> {
            for (int i = 0; i < 9_999; i++) {
                handler.handle(new EndRelease("over"), "admin");
            }
            return "asked";
        });
        assertThat(handle(put("one-too-many")).result()).isEqualTo(new Reply.Unavailability());
        assertThat(handle(new StartLockdown("a drill")).isComplete()).isFalse();
        assertThat(site.doorkeeper().lockdown()).isNotNull();

        let();
        while (journal.waiting() > 0) {
            let();
        }
        assertThat(handle(put("another")).isComplete()).isFalse();
    }

    @Test
    void what_a_later_change_of_the_same_thing_was_made_from_is_not_taken_back() {
        let();
        handle(put("second"));
        Instant now = noon.instant();
        Future<Reply> visit = handle(new PutVisit("v", "Bo", "first", now, now.plusSeconds(3_600), Set.of("front")));
        Future<Reply> arrival = handle(new CheckInVisitor("v"));
        nobodyWaitsAnyLonger();
        assertThat(visit.result()).isEqualTo(new Reply.OpenOutcome());
        assertThat(arrival.result()).isEqualTo(new Reply.OpenOutcome());

        let();
        let();
        assertThat(written()).endsWith("put-visit v", "check-in v");
        assertThat(site.doorkeeper().visit("v")).isNotNull();
    }
}
