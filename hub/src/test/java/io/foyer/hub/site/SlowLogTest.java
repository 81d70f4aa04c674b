package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whatever comes, the log grows little; who it was and why stands in it once. */
class SlowLogTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plus(Duration.ofDays(1)));
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SlowLog log = new SlowLog(logger(lines), now::get, 20);

    private static Logger logger(ListAppender<ILoggingEvent> lines) {
        LoggerContext context = new LoggerContext();
        lines.setContext(context);
        lines.start();
        Logger logger = context.getLogger("slow");
        logger.addAppender(lines);
        return logger;
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void minuteEnds() {
        now.set(now.get().plus(Duration.ofMinutes(1)));
        log.settle();
    }

    @Test
    void the_same_of_the_same_sender_is_said_once_and_counted() {
        for (int one = 0; one < 10_000; one++) {
            log.warn("bad message", "cam", "count: not-json");
        }
        minuteEnds();
        assertThat(said())
                .containsExactly("bad message: cam: count: not-json", "9999 more such lines in the last minute.");
    }

    @Test
    void ten_thousand_senders_fill_less_than_20_KB_and_the_first_are_named() {
        for (int one = 0; one < 10_000; one++) {
            log.warn("login refused", "x".repeat(300) + one, "y".repeat(5_000));
        }
        for (int one = 0; one < 10_000; one++) {
            log.warn("silent", "device-" + one, "nothing came");
        }
        minuteEnds();
        assertThat(said().stream().mapToInt(String::length).sum()).isLessThan(20_000);
    }

    @Test
    void who_has_no_line_of_its_own_is_named_at_the_end_of_the_minute() {
        for (int one = 0; one < 25; one++) {
            log.warn("silent", "device-" + one, "nothing came");
        }
        minuteEnds();
        assertThat(said()).last().asString().startsWith("5 more").contains("silent: device-24");
    }

    @Test
    void what_cannot_be_printed_is_not() {
        log.warn("login refused", "a\nb", "c\u202Ed\u2028e");
        assertThat(said()).containsExactly("login refused: a\uFFFDb: c\uFFFDd\uFFFDe");
    }
}
