package io.foyer.hub.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final Alarms alarms = new Alarms();

    private Alarm happens(String subject, long seconds) {
        return alarms.happened(AlarmKind.PASSED_BACK, subject, NOON.plusSeconds(seconds));
    }

    @Test
    void what_happens_again_before_anybody_has_seen_to_it_is_one_alarm() {
        Alarm first = happens("front", 0);
        Alarm other = happens("back", 1);
        Alarm again = happens("front", 5);

        assertThat(again).isEqualTo(new Alarm(AlarmKind.PASSED_BACK, "front", NOON, NOON.plusSeconds(5), null));
        assertThat(again.id()).isEqualTo(first.id()).isEqualTo("passed-back-front-" + NOON.toEpochMilli());
        assertThat(alarms.all()).containsExactly(again, other);
    }

    @Test
    void who_has_seen_to_it_first_stays_and_what_happens_then_is_another_one() {
        String id = happens("front", 0).id();
        alarms.acknowledge(id, "ann");
        alarms.acknowledge(id, "bob");

        assertThat(alarms.all()).extracting(Alarm::acknowledgedBy).containsExactly("ann");
        assertThat(happens("front", 60).since()).isEqualTo(NOON.plusSeconds(60));
        assertThat(alarms.acknowledge("nothing", "ann")).isNull();
    }

    @Test
    void what_nobody_has_seen_to_is_not_forgotten_for_what_somebody_has() {
        String waits = happens("front", 0).id();
        for (int i = 1; i <= Alarms.KNOWN; i++) {
            alarms.acknowledge(happens("back", i).id(), "ann");
        }

        assertThat(alarms.all()).hasSize(Alarms.KNOWN);
        assertThat(alarms.has(waits)).isTrue();
        assertThat(happens("front", 5_000).id()).isEqualTo(waits);
    }

    @Test
    void the_oldest_are_forgotten_here() {
        for (int i = 0; i <= Alarms.KNOWN; i++) {
            happens("door-" + i, i);
        }

        assertThat(alarms.all()).hasSize(Alarms.KNOWN).noneMatch(alarm -> alarm.subject()
                .equals("door-0"));
        assertThat(happens("door-0", 5_000).since()).isEqualTo(NOON.plusSeconds(5_000));
    }
}
