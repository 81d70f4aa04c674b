package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Zone;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From when on a sensor is held for bad, all in one place. A false alarm is worse than a late one: each limit is well
 * beyond what people do, and the days of a simulated house, also with large faults, stay within all of them.
 */
final class HealthLimits {
    /** A call is over after four hours. */
    private static final Duration BOOTH = Duration.ofHours(4);

    /** Of one desk or room: nobody is believed to stay longer than 16 hours, and some rest for a cleaner. */
    private static final Duration SEAT = Duration.ofHours(20);

    /** Of a house or a floor, where some people come as others go. */
    private static final Duration HOUSE = Duration.ofHours(36);

    private static final Set<String> HOUSES = Set.of("house", "building", "floor", "area");

    /** Somebody who passes a border is missed by a slow camera, sixty people are not. */
    static final int PASSAGES_UNSEEN = 60;

    /** So many of them were in the zone at one time at least. */
    static final int PEOPLE_UNSEEN = 3;

    static final Duration LONG_UNSEEN = Duration.ofHours(4);

    /** Of a device on the mains without a connection: a restart is over by then. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    /**
     * Of any other. Battery devices report each hour, and two of these reports may be lost after the first; a device that
     * is connected again speaks at its next report.
     */
    private static final Duration REPORTS = Duration.ofHours(2);

    /** Changes within {@link #FLAPPING_TIME}: one each twenty seconds is more than one body does. */
    static final int CHANGES = 30;

    /** Lost connections within {@link #FLAPPING_TIME}, without a goodbye. */
    static final int LOSSES = 10;

    static final Duration FLAPPING_TIME = Duration.ofMinutes(10);

    /** Two people a second pass a wide line; more than that and a crowd of sixty is no passage. */
    private static final double MOST_PER_SECOND = 2;

    private static final double CROWD = 60;

    /** So long after the last impossible count a sensor is held for sound again. */
    static final Duration SOUND_AGAIN = Duration.ofHours(1);

    /** A camera's look is taken for the end of a stretch of its lines after so long. */
    static final Duration STRETCH = Duration.ofHours(4);

    /** A stretch says something of the lines where so many people passed or came. */
    static final int TELLING = 10;

    /** Lines are off where they err by so many people, and by {@link #ERRED_SHARE} of all who passed. */
    static final int ERRED_PEOPLE = 5;

    /** Poor lines miss one in ten. This is two of three in one direction. */
    static final double ERRED_SHARE = 0.4;

    /** Stretches in a row. */
    static final int ERRED_STRETCHES = 3;

    /** So many taken seats more than people that the camera sees over them, look after look, for {@link #UNDER_SEATS}. */
    static final int SEATS_MORE = 3;

    static final int LOOKS = 6;

    static final Duration UNDER_SEATS = Duration.ofHours(1);

    private HealthLimits() {}

    /** How long a sensor may say the same, if that is not nobody. */
    static Duration steady(Device device, @Nullable Zone zone) {
        String kind = zone == null ? "" : zone.kind();
        if (kind.startsWith("booth") || kind.startsWith("phone")) {
            return BOOTH;
        }
        return device.kind() == Device.DeviceKind.PEOPLE_COUNTER && HOUSES.contains(kind) ? HOUSE : SEAT;
    }

    /** How long after it ceased to be known a sensor is silent. */
    static Duration silence(Device device, boolean connected) {
        return connected || device.kind() == Device.DeviceKind.PRESENCE ? REPORTS : SILENCE;
    }

    /** Whether so many people can come, or pass, in a time. */
    static boolean isPossible(double people, Duration time) {
        return people <= CROWD + MOST_PER_SECOND * Math.max(0, time.toSeconds());
    }
}
