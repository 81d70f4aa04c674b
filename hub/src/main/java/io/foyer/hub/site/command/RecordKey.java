package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorOverride;
import io.foyer.hub.domain.access.Lockdown;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Visit;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.Door;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.ZoneCount;
import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.tariff.Tariff;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Names the one thing of a site that a command changes.
 *
 * @param type what the thing is
 * @param id which of them it is
 * @param credential the key of the credential that this names; null where this names something else
 */
public record RecordKey<T>(Class<T> type, Object id, Credential.@Nullable CredentialKey credential) {
    private static final String ONLY_ONE = "";

    private RecordKey(Class<T> type, Object id) {
        this(type, id, null);
    }

    static RecordKey<Member> member(String id) {
        return new RecordKey<>(Member.class, id);
    }

    static RecordKey<Membership> membership(String id) {
        return new RecordKey<>(Membership.class, id);
    }

    static RecordKey<Credential> credential(Credential.CredentialKey key) {
        return new RecordKey<>(Credential.class, key, key);
    }

    static RecordKey<Booking> booking(String id) {
        return new RecordKey<>(Booking.class, id);
    }

    static RecordKey<Visit> visit(String id) {
        return new RecordKey<>(Visit.class, id);
    }

    static RecordKey<DoorOverride> doorState(String door) {
        return new RecordKey<>(DoorOverride.class, door);
    }

    /** Each unlocking has a key of its own: two unlockings of the same door do not replace each other. */
    static RecordKey<Door> unlocking() {
        return new RecordKey<>(Door.class, new Object());
    }

    static RecordKey<Lockdown> lockdown() {
        return new RecordKey<>(Lockdown.class, ONLY_ONE);
    }

    static RecordKey<Release> release() {
        return new RecordKey<>(Release.class, ONLY_ONE);
    }

    static RecordKey<ZoneCount> count(String zone) {
        return new RecordKey<>(ZoneCount.class, zone);
    }

    static RecordKey<Tariff> tariff(String id) {
        return new RecordKey<>(Tariff.class, id);
    }

    static RecordKey<Repairs> repairs(String meter) {
        return new RecordKey<>(Repairs.class, meter);
    }

    static RecordKey<MeterBook> reading(String meter) {
        return new RecordKey<>(MeterBook.class, meter);
    }

    static RecordKey<IssuedStatement> statements(YearMonth month) {
        return new RecordKey<>(IssuedStatement.class, month);
    }

    static RecordKey<Alarm> alarm(String id) {
        return new RecordKey<>(Alarm.class, id);
    }

    boolean isOf(Class<?> other) {
        return type.equals(other);
    }
}
