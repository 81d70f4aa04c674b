package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static io.foyer.hub.store.TestStore.heard;

import io.foyer.hub.domain.AccessChange.AttemptsUpdate;
import io.foyer.hub.domain.AccessChange.ContactUpdate;
import io.foyer.hub.domain.AccessChange.DayUse;
import io.foyer.hub.domain.AccessChange.DoorActivityUpdate;
import io.foyer.hub.domain.AccessChange.WhereaboutsUpdate;
import io.foyer.hub.domain.Change.AccessRecord;
import io.foyer.hub.domain.Change.AlarmUpdate;
import io.foyer.hub.domain.Change.DeadLetter;
import io.foyer.hub.domain.DoorChange.LockdownUpdate;
import io.foyer.hub.domain.DoorChange.OverrideUpdate;
import io.foyer.hub.domain.DoorChange.ReleaseUpdate;
import io.foyer.hub.domain.EnergyChange.LateRecord;
import io.foyer.hub.domain.EnergyChange.QuarterUpdate;
import io.foyer.hub.domain.EnergyChange.RateUpdate;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.EnergyChange.RepairUpdate;
import io.foyer.hub.domain.OccupancyChange.AccuracyUpdate;
import io.foyer.hub.domain.OccupancyChange.BalanceUpdate;
import io.foyer.hub.domain.OccupancyChange.CountRecord;
import io.foyer.hub.domain.OccupancyChange.SensorUpdate;
import io.foyer.hub.domain.PeopleChange.CredentialUpdate;
import io.foyer.hub.domain.PeopleChange.MemberUpdate;
import io.foyer.hub.domain.PeopleChange.MembershipUpdate;
import io.foyer.hub.domain.ReservationChange.BookingUpdate;
import io.foyer.hub.domain.ReservationChange.VisitUpdate;
import io.foyer.hub.domain.StatementChange.StatementRecord;
import io.foyer.hub.domain.TariffChange.DayUpdate;
import io.foyer.hub.domain.TariffChange.PriceUpdate;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.site.Accounts.Account;
import io.foyer.hub.site.Accounts.Author;
import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.Journal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** At least one row in every table, with what CSV could trip over: quotes, lines, nulls, empty texts, extreme numbers. */
final class SampleData {
    private SampleData() {}

    static void write(Database database, String site) {
        Journal journal = await(database.journal());
        await(TestStore.register(
                journal, TestStore.setup(site), NOON, "ann", List.of("+ site " + site, "\"quoted\", \\. and \\N")));
        Instant old = NOON.minus(Duration.ofDays(100));
        await(journal.commit(batch(
                entry(
                        site,
                        heard(site + "-reader", "old", old, "{\"text\":\"a \\\"b\\\",\\nc\",\"zh\":\"港湾社 🚪\"}"),
                        heard(site + "-reader", "", NOON, ""),
                        heard(site + "-cam", null, NOON, "\\."),
                        new AccessRecord(new AccessEvent(
                                NOON,
                                NOON.plusNanos(1000),
                                site + "-reader",
                                null,
                                null,
                                "04A2",
                                CredentialType.CARD,
                                "m1",
                                Direction.IN,
                                AccessOutcome.GRANTED,
                                AccessReason.GRANTED)),
                        new CountRecord(new CountPoint("lounge", NOON.minusSeconds(3_600), 2, 1, 0)),
                        new CountRecord(new CountPoint("lounge", NOON, null, 1, 0)),
                        new AccuracyUpdate(new AccuracyState("lounge", 4, 3, 2, NOON)),
                        new SensorUpdate(new SensorState(site + "-cam", 3, null, null, null, NOON, NOON, NOON, false)),
                        new BalanceUpdate(TestStore.balance("lounge", 2)),
                        new ReadingRecord(
                                "main",
                                new JudgedReading(
                                        new Reading(NOON, Meter.Medium.MOST),
                                        ReadingVerdict.SOUND,
                                        new JudgedReading.Consumption(old, NOON, 1, true))),
                        new QuarterUpdate(new Quarter("main", NOON, Long.MAX_VALUE, false)),
                        new RateUpdate("main", null, NOON),
                        new LateRecord("main", new Reading(old, 7)),
                        new RepairUpdate(new Repair(
                                "main", "r-1", NOON, NOON.plus(Quarters.LENGTH), 5, "a \"hole\"", "ann", NOON)),
                        new DeadLetter(NOON, null, "", "not-json", "a\tb\r\nc")),
                entry(
                        site,
                        new MemberUpdate(new Member("m1", "O'Brien, \"Ann\"", "", Set.of("capacity", "a,b"))),
                        new MembershipUpdate(new Membership(
                                "ms1",
                                "m1",
                                "day",
                                LocalDate.of(2026, 1, 1),
                                null,
                                Membership.MembershipStatus.ENDED,
                                null,
                                null)),
                        new BookingUpdate(Booking.once("b1", null, "beamer", Set.of("m1"), old, NOON)
                                .repeating(
                                        new Booking.RepeatRule("FREQ=YEARLY", Set.of(LocalDate.of(2027, 2, 28)), true),
                                        List.of(new Booking.TimeSpan(old, NOON)))),
                        new VisitUpdate(new Visit("v1", "\"Bo\"", "m1", old, NOON, Set.of("front"), old, null, NOON)),
                        new PriceUpdate("spot, \"a\"", List.of(new PublishedPrice(NOON, new BigDecimal("-0.012")))),
                        new DayUpdate(
                                "power",
                                LocalDate.of(2026, 2, 28),
                                List.of(new Band(
                                        "a \"peak\"",
                                        new Band.BandPrice(null, new BigDecimal("2.125"), false),
                                        BandTimes.ALWAYS))),
                        new StatementRecord(new IssuedStatement(
                                "\"Muzhou\", 木舟",
                                YearMonth.of(2026, 10),
                                2,
                                NOON,
                                "sha256:0",
                                "{\"notes\":[\"a\\nb\"]}")),
                        new OverrideUpdate(new DoorOverride(
                                "front", DoorOverride.OverrideMode.LOCKED, old, null, "ann", "a \"leak\"")),
                        new LockdownUpdate(new Lockdown(old, "ann", "")),
                        new AlarmUpdate(new Alarm(Alarm.AlarmKind.PASSED_BACK, "front, \"back\"", old, null, "")),
                        new ReleaseUpdate(new Release(old, "ann", "a \"fire\"")),
                        new WhereaboutsUpdate(new Whereabouts(
                                "m1",
                                "lounge",
                                old,
                                true,
                                new Whereabouts.UnusedGrant("front", "outside", NOON, null))),
                        new DayUse("ms1", LocalDate.of(2026, 2, 28)),
                        new AttemptsUpdate(new PinAttempts.WrongPins("card/q\\", 2, NOON)),
                        new DoorActivityUpdate(new DoorActivity("front", null, NOON)),
                        new ContactUpdate(DoorContact.told("front", site + "-reader", false, old, NOON)),
                        new CredentialUpdate(new Credential(
                                new Credential.CredentialKey(CredentialType.QR, "q\\"),
                                "m1",
                                false,
                                NOON,
                                "sealed"))))));
        await(database.accounts()
                .put(new Account("admin", "$argon2id$v=19$x", Role.ADMIN, Set.of()), new Author("foyer", NOON)));
        await(database.secret());
        await(database.accounts()
                .open(new byte[] {0, (byte) 0xff}, new LoginSession("admin", Role.ADMIN, Set.of(), null)));
    }
}
