package io.foyer.hub.site;

import io.foyer.hub.domain.DoorOrder;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.MessageStamp;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.CommandContext;
import io.foyer.hub.site.command.FileCredential;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A site whose people come by files. The test decides when a later turn of the loop, a commit or a deadline comes. */
final class ImportedSite implements AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    final HeldJournal journal = new HeldJournal();
    final Deque<Runnable> turns = new ArrayDeque<>();
    /** What runs later, by the milliseconds after which it runs. */
    final Map<Long, List<Runnable>> later = new TreeMap<>();

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final SiteDefinition definition = TinyHouse.definition();
    private final CommandHandler handler;
    private final PeopleImport imports;
    final Site site;

    ImportedSite() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        site = on(() -> journal.load(List.of(definition.site()), NOW)
                .map(memories -> SiteRestoration.site(definition, memories.get(definition.site()), NOW)));
        GroupCommit commit = new GroupCommit(vertx, journal, new SimpleMeterRegistry());
        CommandContext context = new CommandContext(site, clock, effects -> {});
        handler = new CommandHandler(context, commit, work -> {});
        imports = on(() -> Future.succeededFuture(new PeopleImport(context, commit, this::after)));
    }

    private Consumer<Runnable> after(long millis) {
        return work -> {
            if (millis == 1) {
                turns.add(work);
            } else {
                later.computeIfAbsent(millis, any -> new ArrayList<>()).add(work);
            }
        };
    }

    /** Runs work on the loop, and waits for what the work leaves to do on the loop. */
    private <T> T on(Callable<Future<T>> work) {
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

    private void run(Runnable work) {
        on(() -> {
            work.run();
            return Future.succeededFuture();
        });
        for (int i = 0; i < 3; i++) {
            on(() -> Future.succeededFuture());
        }
    }

    Future<Reply> change(Command command) {
        return reply(() -> handler.handle(command, "admin"));
    }

    Future<Reply> importPeople(PeopleFile file) {
        return reply(() -> imports.begin(file, "admin"));
    }

    Future<Reply> screen(FileCredentials credentials) {
        return reply(() -> imports.screen(credentials));
    }

    private Future<Reply> reply(Supplier<Future<Reply>> work) {
        List<Future<Reply>> reply = new ArrayList<>();
        run(() -> reply.add(work.get()));
        return reply.get(0);
    }

    /** Runs the next later turn. */
    void turn() {
        run(turns.remove());
    }

    /** Runs all later turns; returns their number. */
    int allTurns() {
        int count = 0;
        for (; !turns.isEmpty(); count++) {
            turn();
        }
        return count;
    }

    void let() {
        run(journal::let);
    }

    void refuse() {
        run(journal::refuse);
    }

    /** All deadlines have come: nobody waits any longer. */
    void patienceEnds() {
        List<Runnable> ends = later.values().stream().flatMap(List::stream).toList();
        later.clear();
        ends.forEach(this::run);
    }

    /** Each command is durable and in force. */
    void done(Command... all) {
        for (Command command : all) {
            change(command);
            settle();
        }
    }

    /** The file is durable and in force. */
    void imported(PeopleFile file) {
        importPeople(file);
        settle();
    }

    private void settle() {
        allTurns();
        let();
        allTurns();
    }

    /** True where the front door opens to this card now. */
    boolean opensTo(String card) {
        List<DoorOrder> orders = new ArrayList<>();
        run(() -> orders.addAll(site.answer(
                definition.devices().get("front-in"),
                new MessageStamp(null, null, NOW, false),
                new Message.CardSwipe(card, CredentialType.CARD, null, null, null))));
        return orders.stream().anyMatch(DoorOrder.UnlockOrder.class::isInstance);
    }

    static PeopleFile file(String... people) {
        return file(Arrays.stream(people).map(ImportedSite::card).toList());
    }

    /** A file of these cards, each with its member and a membership that opens the front door. */
    static PeopleFile file(List<Credential> cards) {
        return new PeopleFile(
                cards.stream().map(card -> member(card.member())).toList(),
                cards.stream().map(card -> membership(card.member())).toList(),
                credentials(cards));
    }

    static FileCredentials credentials(List<Credential> cards) {
        return new FileCredentials(cards.stream().map(FileCredential::of).toList());
    }

    static Member member(String id) {
        return new Member(id, "Member " + id, null, Set.of());
    }

    static Membership membership(String member) {
        return new Membership(
                member + ".all",
                member,
                "all",
                LocalDate.parse("2026-01-01"),
                null,
                Membership.MembershipStatus.ACTIVE,
                null,
                null);
    }

    /** A card, written as member and number: {@code ann 04A2B3C4}. */
    static Credential card(String text) {
        return card(text, null);
    }

    static Credential card(String text, @Nullable String pin) {
        String[] parts = text.split(" ");
        return new Credential(key(parts[1]), parts[0], false, null, pin);
    }

    static Credential.CredentialKey key(String card) {
        return Credential.CredentialKey.of(CredentialType.CARD, card);
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
