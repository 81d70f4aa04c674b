package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.access.Attempts;
import io.foyer.hub.domain.access.Contact;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.access.Whereabouts.Grant;
import io.foyer.hub.domain.house.Zone;
import io.foyer.hub.store.Registry.Keys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changes at the doors by itself, in rows. Outside is no zone of the registry: there it is null. */
final class AccessRows {
    /** Who was forgotten is first overwritten, so that order within a batch does not matter. */
    static final String TRIM_WHEREABOUTS =
            "DELETE FROM whereabouts WHERE since = '1970-01-01T00:00:00Z' AND grant_until IS NULL";

    static final String TRIM_ATTEMPTS = "DELETE FROM attempts WHERE wrong = 0";

    private AccessRows() {}

    /** A row and its table. */
    record Made(Table table, List<@Nullable Object> row) {}

    private static Made made(Table table, @Nullable Object... row) {
        return new Made(table, Arrays.asList(row));
    }

    static Optional<Made> of(Keys keys, Change change) {
        if (change instanceof Change.WhereaboutsAre are) {
            return Optional.of(whereabouts(keys, are.whereabouts()));
        }
        if (change instanceof Change.WhereaboutsGone gone) {
            return Optional.of(
                    whereabouts(keys, new Whereabouts(gone.person(), Zone.OUTSIDE, Instant.EPOCH, false, null)));
        }
        if (change instanceof Change.DayUsed used) {
            return Optional.of(made(Table.DAY_USED, keys.site(), used.membership(), used.day()));
        }
        if (change instanceof Change.AttemptsAre are) {
            Attempts.Count count = are.count();
            return Optional.of(
                    made(Table.ATTEMPTS, keys.site(), count.subject(), count.wrong(), Times.toRow(count.last())));
        }
        if (change instanceof Change.DoorActed is) {
            return Optional.of(door(keys, is.activity()));
        }
        if (change instanceof Change.ContactIs is) {
            return Optional.of(contact(keys, is.contact()));
        }
        return change instanceof Change.ReleaseIs is ? Optional.of(release(keys, is.release())) : Optional.empty();
    }

    private static Made release(Keys keys, @Nullable Release release) {
        return made(
                Table.RELEASE,
                keys.site(),
                release == null ? null : Times.toRow(release.since()),
                release == null ? null : release.by(),
                release == null ? null : release.reason());
    }

    private static Made whereabouts(Keys keys, Whereabouts of) {
        Grant grant = of.grant();
        return made(
                Table.WHEREABOUTS,
                keys.site(),
                of.person(),
                zone(keys, of.zone()),
                Times.toRow(of.since()),
                of.forgiven(),
                grant == null ? null : keys.door(grant.door()),
                grant == null ? null : zone(keys, grant.target()),
                grant == null ? null : Times.toRow(grant.until()),
                grant == null ? null : grant.membership());
    }

    private static @Nullable Integer zone(Keys keys, String zone) {
        return zone.equals(Zone.OUTSIDE) ? null : Integer.valueOf(keys.zone(zone));
    }

    private static Made contact(Keys keys, Contact contact) {
        return made(
                Table.DOOR_CONTACT,
                keys.door(contact.door()),
                keys.device(contact.device()),
                contact.open(),
                Times.toRow(contact.asOf()),
                Times.toRow(contact.heard()),
                contact.asleep());
    }

    private static Made door(Keys keys, DoorActivity activity) {
        return made(
                Table.DOOR_ACTIVITY,
                keys.door(activity.door()),
                Times.toRowOrNull(activity.grantedUntil()),
                Times.toRowOrNull(activity.firstIn()));
    }
}
