package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.Order;
import io.foyer.hub.domain.Stamp;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.house.Device;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.House;
import io.foyer.hub.domain.house.Meter;
import io.foyer.hub.domain.house.Plan;
import io.foyer.hub.domain.house.Schedule;
import io.foyer.hub.domain.house.Text;
import io.foyer.hub.domain.house.Zone;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SitesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final HeldJournal journal = new HeldJournal();
    private final List<String> log = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Feed.Frame> frames = new ArrayList<>();
    private final Recognition recognition = Recognition.with(new byte[32]);
    /** What the clock is set to, touched on the loop only. */
    private Instant now = NOW;

    private Sites sites;

    @BeforeEach
    void start() {
        on(() -> {
            sites = new Sites(vertx, journal, clock(), new SimpleMeterRegistry(), List::of, recognition);
            return sites.start(
                    List.of(new Premises(house(), Map.of(), Map.of(), "{}", Map.of())),
                    edge(),
                    (site, frame) -> frames.add(frame));
        });
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
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

    private void later(long seconds) {
        on(() -> {
            now = now.plusSeconds(seconds);
            return Future.succeededFuture();
        });
    }

    private Devices edge() {
        return new Devices() {
            @Override
            public void send(String site, Order order) {
                orders.add(order);
                log.add("order");
            }

            @Override
            public void expel(Set<String> devices) {
                log.add("expel");
            }
        };
    }

    static House house() {
        return new House(
                "harbour",
                Text.of("Harbour"),
                ZoneId.of("Asia/Shanghai"),
                "CNY",
                House.byId(
                        List.of(new Zone("house", null, "house", Text.of("House"), null, 100, null, null)), Zone::id),
                House.byId(List.of(new Door("front", "outside", "house", 5, Door.Mode.SECURE, false)), Door::id),
                House.byId(
                        List.of(
                                device("front-in", Device.Kind.READER, "front", null, null),
                                device("cam", Device.Kind.PEOPLE_COUNTER, null, "house", null),
                                device("main", Device.Kind.METER, null, null, "main")),
                        Device::id),
                House.byId(
                        List.of(new Meter("main", Meter.Medium.ELECTRICITY, null, "house", null, null, null, null)),
                        Meter::id),
                Map.of(),
                House.byId(
                        List.of(new Plan("all", Text.of("All"), List.of("house"), Schedule.ALWAYS, null, 0)),
                        Plan::id));
    }

    private static Device device(
            String id, Device.Kind kind, @Nullable String door, @Nullable String zone, @Nullable String meter) {
        return new Device(id, kind, door, Direction.IN, null, null, zone, meter, List.of());
    }

    /** Runs on the sites' loop and waits for what comes of it. */
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
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets everything run that the loop has been given so far. */
    private void turn() {
        for (int i = 0; i < 3; i++) {
            on(() -> Future.succeededFuture());
        }
    }

    private void hear(String device, String kind, @Nullable String id, @Nullable Instant at, Message message) {
        on(() -> {
            Known known = sites.known(device);
            sites.hear(known, kind, new Stamp(id, at, NOW, false), message, "{}", () -> log.add("durable " + id));
            return Future.succeededFuture();
        });
        turn();
    }

    private void let() {
        on(() -> {
            journal.let();
            return Future.succeededFuture();
        });
        turn();
    }

    private void refuse() {
        on(() -> {
            journal.refuse();
            return Future.succeededFuture();
        });
    }

    private Future<Reply> change(Act act) {
        Future<Reply> reply = sites.change("harbour", act, "admin");
        turn();
        return reply;
    }

    private void annHasACard() {
        change(new Act.PutMember(new Member("ann", "Ann", null, Set.of())));
        let();
        change(new Act.PutMembership(new Membership(
                "m", "ann", "all", LocalDate.parse("2026-01-01"), null, Membership.Status.ACTIVE, null, null)));
        let();
        change(new Act.PutCredential(card(false), true));
        let();
    }

    private static Credential card(boolean blocked) {
        return new Credential(new Credential.Key(CredentialType.CARD, "A"), "ann", blocked, null);
    }

    private static Message swipe() {
        return new Message.Swipe("A", CredentialType.CARD, null, null, null);
    }

    @Test
    void a_door_hears_before_anything_is_written_and_the_device_is_acknowledged_after() {
        annHasACard();

        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(orders).containsExactly(new Order.Unlock("front-in", "s-1", "front", 5, NOW.plusSeconds(10)));
        assertThat(log).containsExactly("order");

        let();
        assertThat(log).containsExactly("order", "durable s-1");
    }

    @Test
    void a_repeated_swipe_gets_no_second_command_and_is_acknowledged_with_the_first() {
        annHasACard();

        hear("front-in", "swipe", "s-1", null, swipe());
        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(log).containsExactly("order");

        let();
        assertThat(log).containsExactly("order", "durable s-1", "durable s-1");
        assertThat(journal.written).filteredOn(Change.Decided.class::isInstance).hasSize(1);
    }

    @Test
    void what_comes_while_a_batch_is_in_flight_goes_together_in_the_next() {
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        for (int i = 2; i <= 50; i++) {
            hear("cam", "count", "c-" + i, NOW, new Message.Present(i));
        }
        assertThat(journal.waiting()).isEqualTo(1);

        let();
        assertThat(log).containsExactly("durable c-1");
        assertThat(journal.waiting()).isEqualTo(1);
        let();
        assertThat(log).hasSize(50).endsWith("durable c-50");
    }

    @Test
    void a_batch_that_the_database_does_not_take_is_tried_again_and_nothing_overtakes_it() throws Exception {
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        refuse();
        hear("cam", "count", "c-2", NOW, new Message.Present(2));
        assertThat(log).isEmpty();
        assertThat(sites.isDurable()).isFalse();

        CompletableFuture<Void> again = new CompletableFuture<>();
        vertx.setPeriodic(
                5,
                timer -> loop.runOnContext(turn -> {
                    if (journal.waiting() > 0) {
                        vertx.cancelTimer(timer);
                        again.complete(null);
                    }
                }));
        again.get(20, TimeUnit.SECONDS);
        let();
        let();

        assertThat(log).containsExactly("durable c-1", "durable c-2");
        assertThat(sites.isDurable()).isTrue();
    }

    @Test
    void viewers_are_shown_a_count_only_after_its_commit() {
        turn();
        int before = frames.size();
        hear("cam", "count", "c-1", NOW, new Message.Present(7));
        assertThat(frames).hasSize(before);

        let();
        assertThat(frames.get(frames.size() - 1).zones())
                .extracting(zone -> zone.count())
                .containsExactly(7);
    }

    @Test
    void what_lets_somebody_in_is_in_force_after_its_commit() {
        annHasACard();
        change(new Act.RemoveCredential(card(false).key()));
        let();

        Future<Reply> reply = change(new Act.PutCredential(card(false), true));
        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(reply.isComplete()).isFalse();
        assertThat(orders).last().isEqualTo(new Order.Deny("front-in", "s-1", Reason.UNKNOWN_CREDENTIAL));

        let();
        assertThat(reply.result()).isEqualTo(new Reply.Done());
        hear("front-in", "swipe", "s-2", null, swipe());
        assertThat(orders).last().isInstanceOf(Order.Unlock.class);
    }

    @Test
    void a_block_rules_the_very_next_swipe_and_a_waiting_grant_does_not_undo_it() {
        annHasACard();

        change(new Act.PutCredential(card(false), true));
        Future<Reply> blocked = change(new Act.PutCredential(card(true), true));
        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(orders).last().isEqualTo(new Order.Deny("front-in", "s-1", Reason.CREDENTIAL_BLOCKED));

        let();
        let();
        assertThat(blocked.result()).isEqualTo(new Reply.Done());
        hear("front-in", "swipe", "s-2", null, swipe());
        assertThat(orders).last().isEqualTo(new Order.Deny("front-in", "s-2", Reason.CREDENTIAL_BLOCKED));
    }

    @Test
    void while_the_database_is_away_a_block_is_in_force_and_a_right_is_refused() {
        annHasACard();
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        refuse();

        assertThat(change(new Act.PutCredential(card(true), true)).result()).isEqualTo(new Reply.InForce());
        assertThat(change(new Act.PutCredential(card(false), true)).result()).isEqualTo(new Reply.Unavailable());
        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(orders).last().isEqualTo(new Order.Deny("front-in", "s-1", Reason.CREDENTIAL_BLOCKED));
    }

    @Test
    void a_card_keeps_its_pin_when_it_is_blocked_and_not_when_it_gets_another_member() {
        annHasACard();
        change(new Act.PutMember(new Member("bob", "Bob", null, Set.of())));
        let();
        change(new Act.PutCredential(card(false).withPin("sealed"), false));
        change(new Act.PutCredential(card(true), true));
        change(new Act.PutCredential(card(false), true));
        while (journal.waiting() > 0) {
            let();
        }
        assertThat(credentials())
                .endsWith(card(true).withPin("sealed"), card(false).withPin("sealed"));

        change(new Act.PutCredential(card(false), false));
        let();
        assertThat(credentials()).endsWith(card(false));
        change(new Act.PutCredential(card(false).withPin("sealed"), false));
        let();
        Credential bobs = new Credential(card(false).key(), "bob", false, null);
        change(new Act.PutCredential(bobs, true));
        let();
        assertThat(credentials()).endsWith(bobs);
    }

    private List<Credential> credentials() {
        return journal.written.stream()
                .filter(Change.CredentialIs.class::isInstance)
                .map(change -> ((Change.CredentialIs) change).credential())
                .toList();
    }

    @Test
    void a_pin_of_somebody_else_is_not_taken_from_them() {
        annHasACard();
        change(new Act.PutMember(new Member("bob", "Bob", null, Set.of())));
        let();
        Credential.Key pin = new Credential.Key(CredentialType.PIN, "sealed");
        change(new Act.PutCredential(new Credential(pin, "ann", false, null), true));
        Reply reply = change(new Act.PutCredential(new Credential(pin, "bob", false, null), true))
                .result();
        assertThat(((Reply.Invalid) reply).errors())
                .extracting(Reply.FieldError::field)
                .containsExactly("value");
    }

    @Test
    void who_removes_a_card_by_another_reading_of_it_is_told_how_it_is_registered() {
        annHasACard();
        change(new Act.PutCredential(
                new Credential(new Credential.Key(CredentialType.CARD, "04A2B3C4"), "ann", false, null), true));
        let();

        Reply reply = change(new Act.RemoveCredential(new Credential.Key(CredentialType.CARD, "C4B3A204")))
                .result();
        assertThat(((Reply.Invalid) reply).errors().get(0).text().en()).contains("04A2B3C4");
    }

    @Test
    void two_bookings_of_one_moment_do_not_get_one_room() {
        annHasACard();
        Future<Reply> first = change(new Act.PutBooking(booking("b1")));
        Future<Reply> second = change(new Act.PutBooking(booking("b2")));
        assertThat(second.result()).isInstanceOf(Reply.Conflict.class);
        let();
        assertThat(first.result()).isEqualTo(new Reply.Done());
        assertThat(change(new Act.PutBooking(booking("b2"))).result()).isInstanceOf(Reply.Conflict.class);
        assertThat(change(new Act.RemoveBooking("b1")).isComplete()).isFalse();
        assertThat(change(new Act.PutBooking(booking("b2"))).isComplete()).isFalse();
    }

    private static Booking booking(String id) {
        return new Booking(id, "house", null, Set.of("ann"), NOW, NOW.plusSeconds(60), null, List.of(NOW));
    }

    @Test
    void a_door_is_unlocked_once_the_trail_has_it_and_its_devices_hear_who_did_it() {
        Future<Reply> reply = change(new Act.Unlock("front", null, "parcel"));
        assertThat(orders).isEmpty();
        let();
        assertThat(reply.result()).isEqualTo(new Reply.Done());
        assertThat(orders)
                .containsExactly(new Order.Unlock("front-in", null, "admin", "front", 5, NOW.plusSeconds(10)));
        assertThat(journal.written).containsExactly(new Change.Audited(NOW, "admin", "unlock", "front", "parcel"));
    }

    @Test
    void a_door_stays_shut_where_the_trail_had_its_unlocking_too_late() {
        change(new Act.Unlock("front", null, "parcel"));
        later(4);
        let();
        assertThat(orders)
                .containsExactly(new Order.Unlock("front-in", null, "admin", "front", 5, NOW.plusSeconds(10)));

        change(new Act.Unlock("front", null, "parcel"));
        later(10);
        let();
        assertThat(orders).hasSize(1);
        assertThat(journal.written).filteredOn(Change.Audited.class::isInstance).hasSize(2);
    }

    @Test
    void a_lock_and_a_lockdown_rule_the_very_next_swipe_even_while_the_database_is_away() {
        annHasACard();
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        refuse();

        assertThat(change(new Act.SetDoor("front", DoorState.Mode.LOCKED, null, "leak"))
                        .result())
                .isEqualTo(new Reply.InForce());
        assertThat(orders).containsExactly(new Order.Lock("front-in", "admin", "front", NOW.plusSeconds(10)));
        hear("front-in", "swipe", "s-1", null, swipe());
        assertThat(orders).last().isEqualTo(new Order.Deny("front-in", "s-1", Reason.DOOR_DISABLED));
        assertThat(change(new Act.ResumeDoor("front", "dry")).result()).isEqualTo(new Reply.Unavailable());
        assertThat(change(new Act.Unlock("front", null, "please")).result()).isEqualTo(new Reply.Unavailable());
        assertThat(change(new Act.SetDoor("front", DoorState.Mode.HELD_OPEN, null, "fair"))
                        .result())
                .isEqualTo(new Reply.Unavailable());
        assertThat(change(new Act.LockDown("drill")).result()).isEqualTo(new Reply.InForce());
        assertThat(change(new Act.EndLockdown("over")).result()).isEqualTo(new Reply.Unavailable());
    }

    @Test
    void in_a_fire_every_door_opens_at_once_even_while_the_database_is_away() {
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        refuse();

        assertThat(change(new Act.ReleaseDoors("fire")).result()).isEqualTo(new Reply.InForce());
        assertThat(orders).containsExactly(new Order.HoldOpen("front-in", "admin", "front", NOW.plusSeconds(10)));
        assertThat(change(new Act.EndRelease("drill over")).result()).isEqualTo(new Reply.InForce());
        assertThat(orders).last().isEqualTo(new Order.Resume("front-in", "admin", "front", NOW.plusSeconds(10)));
    }

    @Test
    void a_door_that_is_held_open_is_resumed_at_once_and_one_that_is_locked_after_its_commit() {
        change(new Act.SetDoor("front", DoorState.Mode.HELD_OPEN, 60, "fair"));
        assertThat(orders).isEmpty();
        let();
        assertThat(orders).containsExactly(new Order.HoldOpen("front-in", "admin", "front", NOW.plusSeconds(10)));
        change(new Act.ResumeDoor("front", "over"));
        assertThat(orders).last().isEqualTo(new Order.Resume("front-in", "admin", "front", NOW.plusSeconds(10)));
        let();
        change(new Act.SetDoor("front", DoorState.Mode.LOCKED, null, "leak"));
        let();
        change(new Act.ResumeDoor("front", "dry"));
        assertThat(orders).last().isInstanceOf(Order.Lock.class);
        let();
        assertThat(orders).last().isInstanceOf(Order.Resume.class);
        assertThat(change(new Act.ResumeDoor("trapdoor", "x")).result()).isInstanceOf(Reply.Missing.class);
    }

    @Test
    void a_locked_door_that_shall_be_held_open_stays_locked_until_its_resuming_is_in_the_trail() {
        change(new Act.SetDoor("front", DoorState.Mode.LOCKED, null, "leak"));
        let();
        change(new Act.SetDoor("front", DoorState.Mode.HELD_OPEN, null, "fair"));
        change(new Act.ResumeDoor("front", "over"));
        assertThat(orders).last().isInstanceOf(Order.Lock.class);
        let();
        assertThat(orders).last().isInstanceOf(Order.Lock.class);
        let();
        assertThat(orders).last().isInstanceOf(Order.Resume.class);
    }

    @Test
    void an_act_that_names_what_is_not_there_is_refused_field_by_field() {
        Membership membership = new Membership(
                "m",
                "bob",
                "none",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-01-01"),
                Membership.Status.ACTIVE,
                "attic",
                null);

        Reply reply = change(new Act.PutMembership(membership)).result();

        assertThat(((Reply.Invalid) reply).errors())
                .extracting(Reply.FieldError::field)
                .containsExactly("member", "plan", "zone", "until");
        assertThat(sites.change("nowhere", new Act.EraseMember("ann"), "admin")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(Reply.Missing.class);
    }

    @Test
    void a_late_reading_waits_for_what_came_before_and_holds_up_its_meter_only() {
        hear("main", "meter", "r-1", NOW.minusSeconds(3600), new Message.Metered(10.0, null));
        let();
        hear("main", "meter", "r-3", NOW.minusSeconds(1800), new Message.Metered(12.0, null));
        hear("main", "meter", "late", NOW.minusSeconds(2700), new Message.Metered(11.5, null));
        hear("main", "meter", "r-4", NOW.minusSeconds(900), new Message.Metered(13.0, null));
        hear("cam", "count", "c-1", NOW, new Message.Present(1));
        assertThat(log).containsExactly("durable r-1");

        let();
        assertThat(log).containsExactly("durable r-1", "durable r-3");
        while (journal.waiting() > 0) {
            let();
        }

        assertThat(log).contains("durable late", "durable r-4", "durable c-1");
        Map<Instant, Double> quarters = new java.util.TreeMap<>();
        journal.written.forEach(change -> {
            if (change instanceof Change.Booked booked) {
                quarters.put(booked.quarter().start(), booked.quarter().quantity());
            }
        });
        assertThat(quarters.values()).containsExactly(1.5, 0.5, 1.0);
    }

    @Test
    void sites_are_touched_on_their_own_loop_only() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sites.hear(
                        sites.known("cam"),
                        "count",
                        new Stamp(null, null, NOW, false),
                        new Message.Present(1),
                        "{}",
                        () -> {})))
                .hasMessageContaining("one event loop");
    }
}
