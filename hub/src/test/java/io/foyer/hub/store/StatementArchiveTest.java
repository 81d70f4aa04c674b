package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange.ReadingRecord;
import io.foyer.hub.domain.PeopleChange.MembershipUpdate;
import io.foyer.hub.domain.StatementChange.StatementRecord;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.JudgedReading.Consumption;
import io.foyer.hub.domain.energy.JudgedReading.ReadingVerdict;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.RegisterPoint;
import io.foyer.hub.domain.statement.Tenancy;
import io.foyer.hub.site.StatementArchive;
import io.foyer.hub.store.SharedStore.Shared;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class StatementArchiveTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate FIRST = OCTOBER.atDay(1);
    private static final LocalDate LAST = OCTOBER.atEndOfMonth();

    private final Shared shared;
    private final StatementArchive archive;
    private final String site;

    StatementArchiveTest(Shared shared) {
        this.shared = shared;
        this.archive = shared.database.archive().statements();
        this.site = shared.newSite();
    }

    private void write(Change... changes) {
        await(shared.journal.commit(batch(entry(site, changes))));
    }

    private static MembershipUpdate let(
            String id, LocalDate from, LocalDate until, MembershipStatus status, String zone, String company) {
        return new MembershipUpdate(new Membership(id, "m", "office", from, until, status, zone, company));
    }

    private static ReadingRecord read(Instant at, long register, ReadingVerdict verdict, Consumption booked) {
        return new ReadingRecord("main", new JudgedReading(new Reading(at, register), verdict, booked));
    }

    private static IssuedStatement issued(int version, String body) {
        return new IssuedStatement("木舟", OCTOBER, version, NOON, "sha256:" + body, body);
    }

    @Test
    void a_tenancy_is_a_companys_zone_on_some_day_of_the_month() {
        write(
                let("a", FIRST.minusDays(9), null, MembershipStatus.ACTIVE, "o1", "Ann"),
                let("b", LAST, LAST.plusDays(9), MembershipStatus.SUSPENDED, "o2", "Bo"),
                let("c", FIRST.minusDays(9), FIRST, MembershipStatus.ENDED, "o3", "Cy"),
                let("d", FIRST.minusDays(9), null, MembershipStatus.ENDED, "o4", "Di"),
                let("e", FIRST.minusDays(9), FIRST.minusDays(1), MembershipStatus.ACTIVE, "o5", "Ed"),
                let("f", LAST.plusDays(1), null, MembershipStatus.ACTIVE, "o6", "Flo"),
                let("g", FIRST, null, MembershipStatus.ACTIVE, null, "Gus"),
                let("h", FIRST, null, MembershipStatus.ACTIVE, "o8", null));
        assertThat(await(archive.tenancies(site, FIRST, LAST)))
                .containsExactly(
                        new Tenancy("Ann", "o1", FIRST.minusDays(9), null),
                        new Tenancy("Bo", "o2", LAST, LAST.plusDays(9)),
                        new Tenancy("Cy", "o3", FIRST.minusDays(9), FIRST));
    }

    @Test
    void a_register_is_told_between_two_readings_and_a_wrong_one_is_passed_over() {
        Instant later = NOON.plusSeconds(600);
        Instant newest = later.plusSeconds(600);
        write(
                read(NOON, 1_000, ReadingVerdict.BASELINE, null),
                read(NOON.plusSeconds(60), 9, ReadingVerdict.ERROR, null),
                read(later, 1_600, ReadingVerdict.SOUND, new Consumption(NOON, later, 600, false)),
                read(newest, 5, ReadingVerdict.RESTART, new Consumption(later, newest, 5, false)));
        Instant before = NOON.minusSeconds(60);
        Instant between = NOON.plusSeconds(150);
        Instant over = later.plusSeconds(300);
        Instant after = newest.plusSeconds(3_600);
        assertThat(await(archive.registers(site, Set.of("main", "light"), Set.of(before, NOON, between, over, after))))
                .isEqualTo(Map.of(
                        "main",
                        Map.of(
                                before, new RegisterPoint(NOON, 1_000),
                                NOON, new RegisterPoint(NOON, 1_000),
                                between, new RegisterPoint(between, 1_150),
                                over, new RegisterPoint(later, 1_600),
                                after, new RegisterPoint(newest, 5))));
    }

    @Test
    void an_issued_statement_stays_as_it_was_and_the_newest_version_is_found() {
        write(new StatementRecord(issued(1, "one")));
        write(new StatementRecord(issued(1, "forged")), new StatementRecord(issued(2, "two")));
        assertThat(await(archive.newest(site, OCTOBER))).isEqualTo(Map.of("木舟", issued(2, "two")));
        assertThat(await(archive.newest(site, OCTOBER.plusMonths(1)))).isEmpty();
        assertThat(await(archive.version(site, "木舟", OCTOBER, 1))).contains(issued(1, "one"));
        assertThat(await(archive.version(site, "木舟", OCTOBER, 3))).isEmpty();
    }
}
