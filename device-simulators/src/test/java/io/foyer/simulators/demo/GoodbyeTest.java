package io.foyer.simulators.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GoodbyeTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void devices_that_never_end_are_not_waited_for_for_ever() {
        Goodbye.await(Promise.promise().future(), Duration.ofMillis(50), out);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("did not say goodbye within");
        assertThat(Goodbye.LASTS).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void devices_that_end_are_not_spoken_of_and_those_that_fail_are() {
        Goodbye.await(Future.succeededFuture(), Goodbye.LASTS, out);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        Goodbye.await(Future.failedFuture("cut off"), Goodbye.LASTS, out);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("cut off");
    }
}
