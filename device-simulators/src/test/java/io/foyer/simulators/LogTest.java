package io.foyer.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the simulators print is read by people: libraries do not write their stacks between the lines. */
class LogTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"io.vertx.mqtt.impl.MqttClientImpl", "io.vertx.core.internal.threadchecker.BlockedThreadChecker"
            })
    void a_device_that_cannot_log_in_and_a_machine_without_time_are_told_without_stacks(String logger)
            throws Exception {
        // The names are Vert.x's own: a class that has moved would be heard again.
        assertThat(Class.forName(logger)).isNotNull();
        assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).isFalse();
    }
}
