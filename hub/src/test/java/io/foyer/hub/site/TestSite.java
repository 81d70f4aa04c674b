package io.foyer.hub.site;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.SiteContent.PublishedContent;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutMember;
import io.foyer.hub.site.command.PutMembership;
import io.foyer.hub.site.command.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One small site on its loop, with a journal that holds every batch until it is let and a clock that stands still. */
final class TestSite implements AfterEachCallback {
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    final Vertx vertx = Vertx.vertx();
    final Context loop = vertx.getOrCreateContext();
    final HeldJournal journal = new HeldJournal();
    final Sites sites;
    /** What happened, in its order: an order to a device, a message that is durable. */
    final List<String> log = new ArrayList<>();

    /** The site files that a reload reads. */
    final List<SiteSetup> files = new CopyOnWriteArrayList<>();

    final List<DoorOrder> orders = new ArrayList<>();
    final List<ViewerFeed.FeedFrame> frames = new ArrayList<>();
    /** The time of the clock; read and set on the loop only. */
    private Instant now = NOW;

    final CredentialRecognition recognition = CredentialRecognition.with(new HubSeal(new byte[32]));

    TestSite() {
        this(TinyHouse.definition());
    }

    TestSite(SiteDefinition definition) {
        sites = on(() -> Future.succeededFuture(new Sites(
                EventLoop.current(vertx),
                journal,
                clock(),
                new SimpleMeterRegistry(),
                () -> List.copyOf(files),
                recognition)));
        files.add(setup(definition));
        on(() -> sites.start(List.copyOf(files), edge(), (site, frame) -> frames.add(frame)));
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    static SiteSetup setup(SiteDefinition definition) {
        return new SiteSetup(
                definition,
                Map.of(),
                Map.of(),
                new SiteContent(definition.toString(), () -> new PublishedContent("{}", Map.of())));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    void later(long seconds) {
        on(() -> {
            now = now.plusSeconds(seconds);
            return Future.succeededFuture();
        });
    }

    private DeviceCommands edge() {
        return new DeviceCommands() {
            @Override
            public void send(String site, DoorOrder order) {
                orders.add(order);
                log.add("order");
            }

            @Override
            public void expel(Set<String> devices) {
                log.add("expel");
            }
        };
    }

    /** Runs work on the loop of the sites and waits for its result. */
    <T> T on(Callable<Future<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(turn -> {
            try {
                work.call().onSuccess(done::complete).onFailure(done::completeExceptionally);
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the loop has run all that it has been given so far. */
    void turn() {
        for (int i = 0; i < 3; i++) {
            on(() -> Future.succeededFuture());
        }
    }

    void hear(String device, String kind, @Nullable String id, @Nullable Instant at, Message message) {
        on(() -> {
            heard(device, kind, id, at, message);
            return Future.succeededFuture();
        });
        turn();
    }

    /** A device sends a message; to be called on the loop. */
    void heard(String device, String kind, @Nullable String id, @Nullable Instant at, Message message) {
        MessageStamp stamp = new MessageStamp(id, at, NOW, false);
        KnownDevice speaker = Objects.requireNonNull(sites.known(device));
        sites.worker(speaker.site()).hear(speaker.device(), kind, stamp, message, "{}", () -> log.add("durable " + id));
    }

    /** Waits until another batch is on its way. */
    void gathers() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (journal.waiting() == 0 && System.nanoTime() < end) {
            turn();
        }
    }

    void let() {
        on(() -> {
            journal.let();
            return Future.succeededFuture();
        });
        turn();
    }

    void letNothingIn(String reason) {
        on(() -> {
            journal.letNothingIn(reason);
            return Future.succeededFuture();
        });
        turn();
    }

    void refuse() {
        on(() -> {
            journal.refuse();
            return Future.succeededFuture();
        });
    }

    Future<Reply> change(Command command) {
        Future<Reply> reply = sites.change("harbour", command, "admin");
        turn();
        return reply;
    }

    Future<Reply> importPeople(PeopleFile file) {
        Future<Reply> reply = sites.importPeople("harbour", file, "admin");
        turn();
        return reply;
    }

    void durable(Command command) {
        change(command);
        let();
    }

    void annHasACard() {
        durable(new PutMember(new Member("ann", "Ann", null, Set.of())));
        durable(new PutMembership(new Membership(
                "m",
                "ann",
                "all",
                LocalDate.parse("2026-01-01"),
                null,
                Membership.MembershipStatus.ACTIVE,
                null,
                null)));
        durable(new PutCredential(card(false), true));
    }

    static Credential card(boolean blocked) {
        return new Credential(new Credential.CredentialKey(CredentialType.CARD, "A"), "ann", blocked, null);
    }

    static Message swipe() {
        return new Message.CardSwipe("A", CredentialType.CARD, null, null, null);
    }
}
