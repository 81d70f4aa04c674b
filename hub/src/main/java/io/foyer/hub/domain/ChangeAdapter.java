package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessChanges;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorChanges;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.PeopleChanges;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.ReservationChanges;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.energy.EnergyChanges;
import io.foyer.hub.domain.energy.JudgedReading;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.RegisterFold;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.BalanceState;
import io.foyer.hub.domain.occupancy.CountPoint;
import io.foyer.hub.domain.occupancy.OccupancyChanges;
import io.foyer.hub.domain.occupancy.SensorState;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.StatementChanges;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.domain.tariff.TariffChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles a few kinds of change and ignores all others. It suits code that counts or shows changes. Code that must
 * handle every change implements {@link ChangeVisitor}.
 */
public abstract class ChangeAdapter
        implements ChangeVisitor,
                TrailChanges,
                OccupancyChanges,
                EnergyChanges,
                TariffChanges,
                StatementChanges,
                AccessChanges,
                PeopleChanges,
                ReservationChanges,
                DoorChanges {

    @Override
    public final TrailChanges trail() {
        return this;
    }

    @Override
    public final OccupancyChanges occupancy() {
        return this;
    }

    @Override
    public final EnergyChanges energy() {
        return this;
    }

    @Override
    public final TariffChanges tariffs() {
        return this;
    }

    @Override
    public final StatementChanges statements() {
        return this;
    }

    @Override
    public final AccessChanges access() {
        return this;
    }

    @Override
    public final PeopleChanges people() {
        return this;
    }

    @Override
    public final ReservationChanges reservations() {
        return this;
    }

    @Override
    public final DoorChanges doors() {
        return this;
    }

    @Override
    public void heard(Change.MessageRecord message) {}

    @Override
    public void decided(AccessEvent event) {}

    @Override
    public void alarm(Alarm alarm) {}

    @Override
    public void letter(Change.DeadLetter letter) {}

    @Override
    public void audited(Change.AuditRecord act) {}

    @Override
    public void counted(CountPoint point) {}

    @Override
    public void passed(String zone, Instant at, int entries, int exits) {}

    @Override
    public void shifted(String zone, Instant from, @Nullable Instant until, int delta) {}

    @Override
    public void source(SensorState source) {}

    @Override
    public void balance(BalanceState state) {}

    @Override
    public void accuracy(AccuracyState state) {}

    @Override
    public void read(String meter, JudgedReading judged) {}

    @Override
    public void booked(Quarter quarter) {}

    @Override
    public void folded(String meter, RegisterFold fold) {}

    @Override
    public void late(String meter, Reading reading) {}

    @Override
    public void lateGone(String meter, Instant until) {}

    @Override
    public void repaired(Repair repair) {}

    @Override
    public void repairGone(Repair repair) {}

    @Override
    public void rate(String meter, @Nullable Double rate, Instant asOf) {}

    @Override
    public void published(String tariff, List<PublishedPrice> prices) {}

    @Override
    public void called(String tariff, LocalDate day, List<Band> bands) {}

    @Override
    public void issued(IssuedStatement statement) {}

    @Override
    public void whereabouts(Whereabouts whereabouts) {}

    @Override
    public void whereaboutsGone(String person) {}

    @Override
    public void dayUsed(String membership, LocalDate day) {}

    @Override
    public void attempts(PinAttempts.WrongPins count) {}

    @Override
    public void contact(DoorContact contact) {}

    @Override
    public void doorActivity(DoorActivity activity) {}

    @Override
    public void member(Member member) {}

    @Override
    public void memberErased(String member) {}

    @Override
    public void membership(Membership membership) {}

    @Override
    public void credential(Credential credential) {}

    @Override
    public void credentialGone(Credential.CredentialKey key) {}

    @Override
    public void people(List<Member> members, List<Membership> memberships, List<Credential> credentials) {}

    @Override
    public void booking(Booking booking) {}

    @Override
    public void bookingGone(String id) {}

    @Override
    public void visit(Visit visit) {}

    @Override
    public void visitGone(String id) {}

    @Override
    public void doorState(DoorOverride state) {}

    @Override
    public void doorResumed(String door) {}

    @Override
    public void lockdown(@Nullable Lockdown lockdown) {}

    @Override
    public void release(@Nullable Release release) {}
}
