package io.foyer.hub.store;

import io.foyer.hub.domain.access.AccessChanges;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.domain.definition.Zone;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what swipes, contacts and time change at the doors. The registry has no zone for outside, so outside is null.
 */
final class AccessRows implements AccessChanges {
    /** A batch overwrites the rows of forgotten people first. So the order within a batch does not matter. */
    static final String TRIM_WHEREABOUTS =
            "DELETE FROM whereabouts WHERE since = '1970-01-01T00:00:00Z' AND grant_until IS NULL";

    static final String TRIM_ATTEMPTS = "DELETE FROM attempts WHERE wrong = 0";

    private final SiteKeys keys;
    private final BatchRows rows;

    AccessRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void whereabouts(Whereabouts whereabouts) {
        UnusedGrant grant = whereabouts.grant();
        rows.row(
                Table.WHEREABOUTS,
                keys.site(),
                whereabouts.person(),
                zone(whereabouts.zone()),
                RowTimes.toRow(whereabouts.since()),
                whereabouts.forgiven(),
                grant == null ? null : keys.door(grant.door()),
                grant == null ? null : zone(grant.target()),
                grant == null ? null : RowTimes.toRow(grant.until()),
                grant == null ? null : grant.membership());
    }

    private @Nullable Integer zone(String zone) {
        return zone.equals(Zone.OUTSIDE) ? null : Integer.valueOf(keys.zone(zone));
    }

    @Override
    public void whereaboutsGone(String person) {
        whereabouts(new Whereabouts(person, Zone.OUTSIDE, Instant.EPOCH, false, null));
    }

    @Override
    public void dayUsed(String membership, LocalDate day) {
        rows.row(Table.DAY_USED, keys.site(), membership, day);
    }

    @Override
    public void attempts(PinAttempts.WrongPins count) {
        rows.row(Table.ATTEMPTS, keys.site(), count.subject(), count.wrong(), RowTimes.toRow(count.last()));
    }

    @Override
    public void contact(DoorContact contact) {
        rows.row(
                Table.DOOR_CONTACT,
                keys.door(contact.door()),
                keys.device(contact.device()),
                contact.open(),
                RowTimes.toRow(contact.asOf()),
                RowTimes.toRow(contact.heard()),
                contact.asleep());
    }

    @Override
    public void doorActivity(DoorActivity activity) {
        rows.row(
                Table.DOOR_ACTIVITY,
                keys.door(activity.door()),
                RowTimes.toRowOrNull(activity.grantedUntil()),
                RowTimes.toRowOrNull(activity.firstIn()));
    }
}
