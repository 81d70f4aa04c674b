package io.foyer.hub.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StampTest {
    @Test
    void times_are_as_fine_as_the_journal_keeps_them() {
        Instant fine = Instant.parse("2026-11-23T00:59:12.345678901Z");
        MessageStamp stamp = new MessageStamp(null, fine, fine, false);
        assertThat(stamp.at()).isEqualTo("2026-11-23T00:59:12.345678Z");
        assertThat(stamp.arrived()).isEqualTo("2026-11-23T00:59:12.345678Z");
        assertThat(new MessageStamp(null, null, fine, false).at()).isNull();
    }
}
