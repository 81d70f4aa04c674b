package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;

import io.foyer.hub.domain.AccessChange.AttemptsAre;
import io.foyer.hub.domain.AccessChange.ContactIs;
import io.foyer.hub.domain.AccessChange.DayUsed;
import io.foyer.hub.domain.AccessChange.DoorActed;
import io.foyer.hub.domain.AccessChange.WhereaboutsAre;
import io.foyer.hub.domain.Change.AlarmIs;
import io.foyer.hub.domain.Change.BookingIs;
import io.foyer.hub.domain.Change.CredentialIs;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.Change.Decided;
import io.foyer.hub.domain.Change.DoorIs;
import io.foyer.hub.domain.Change.LockdownIs;
import io.foyer.hub.domain.Change.MemberIs;
import io.foyer.hub.domain.Change.MembershipIs;
import io.foyer.hub.domain.Change.ReleaseIs;
import io.foyer.hub.domain.Change.VisitIs;
import io.foyer.hub.domain.EnergyChange.Booked;
import io.foyer.hub.domain.EnergyChange.RateIs;
import io.foyer.hub.domain.EnergyChange.Read;
import io.foyer.hub.domain.OccupancyChange.Counted;
import io.foyer.hub.domain.OccupancyChange.FlowIs;
import io.foyer.hub.domain.OccupancyChange.SourceIs;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Attempts;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Outcome;
import io.foyer.hub.domain.access.Reason;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.Judged;
import io.foyer.hub.domain.energy.Judged.Verdict;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.house.Direction;
import io.foyer.hub.domain.occupancy.Point;
import io.foyer.hub.domain.occupancy.Source;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Accounts.Session;
import io.foyer.hub.site.Journal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** At least one row in every table, with what CSV could trip over: quotes, lines, nulls, empty texts, extreme numbers. */
final class SampleData {
    private SampleData() {}

    static void write(Database database, String site) {
        Journal journal = await(database.journal());
        await(TestStore.register(
                journal, TestStore.premises(site), NOON, "ann", List.of("+ site " + site, "\"quoted\", \\. and \\N")));
        Instant old = NOON.minus(Duration.ofDays(100));
        await(journal.commit(batch(
                entry(
                        site,
                        heard(site + "-reader", "old", old, "{\"text\":\"a \\\"b\\\",\\nc\",\"zh\":\"港湾社 🚪\"}"),
                        heard(site + "-reader", "", NOON, ""),
                        heard(site + "-cam", null, NOON, "\\."),
                        new Decided(new AccessEvent(
                                NOON,
                                NOON.plusNanos(1000),
                                site + "-reader",
                                null,
                                null,
                                "04A2",
                                CredentialType.CARD,
                                "m1",
                                Direction.IN,
                                Outcome.GRANTED,
                                Reason.GRANTED)),
                        new Counted(new Point("lounge", NOON, null, 1, 0)),
                        new SourceIs(new Source(site + "-cam", 3, null, null, NOON, NOON, false)),
                        new FlowIs("lounge", 2),
                        new Read(
                                "main",
                                new Judged(
                                        new Reading(NOON, 0.1 + 0.2),
                                        Verdict.SOUND,
                                        new Judged.Booking(old, NOON, 1e-300, true))),
                        new Booked(new Quarter("main", NOON, 1.7976931348623157e308, false)),
                        new RateIs("main", null, NOON),
                        new DeadLetter(NOON, null, "", "not-json", "a\tb\r\nc")),
                entry(
                        site,
                        new MemberIs(new Member("m1", "O'Brien, \"Ann\"", "", Set.of("capacity", "a,b"))),
                        new MembershipIs(new Membership(
                                "ms1",
                                "m1",
                                "day",
                                LocalDate.of(2026, 1, 1),
                                null,
                                Membership.Status.ENDED,
                                null,
                                null)),
                        new BookingIs(Booking.once("b1", null, "beamer", Set.of("m1"), old, NOON)
                                .repeating(
                                        new Booking.Series("FREQ=YEARLY", Set.of(LocalDate.of(2027, 2, 28)), true),
                                        List.of(new Booking.Time(old, NOON)))),
                        new VisitIs(new Visit("v1", "\"Bo\"", "m1", old, NOON, Set.of("front"), old, null, NOON)),
                        new DoorIs(new DoorState("front", DoorState.Mode.LOCKED, old, null, "ann", "a \"leak\"")),
                        new LockdownIs(new Lockdown(old, "ann", "")),
                        new AlarmIs(new Alarm(Alarm.Kind.PASSED_BACK, "front, \"back\"", old, null, "")),
                        new ReleaseIs(new Release(old, "ann", "a \"fire\"")),
                        new WhereaboutsAre(new Whereabouts(
                                "m1", "lounge", old, true, new Whereabouts.Grant("front", "outside", NOON, null))),
                        new DayUsed("ms1", LocalDate.of(2026, 2, 28)),
                        new AttemptsAre(new Attempts.Count("card/q\\", 2, NOON)),
                        new DoorActed(new DoorActivity("front", null, NOON)),
                        new ContactIs(Contact.told("front", site + "-reader", false, old, NOON)),
                        new CredentialIs(new Credential(
                                new Credential.Key(CredentialType.QR, "q\\"), "m1", false, NOON, "sealed"))))));
        await(database.accounts()
                .put(new Account("admin", "$argon2id$v=19$x", Role.ADMIN, Set.of()), new Author("foyer", NOON)));
        await(database.secret());
        await(database.accounts().open(new byte[] {0, (byte) 0xff}, new Session("admin", Role.ADMIN, Set.of(), null)));
    }
}
