package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutBooking;
import io.foyer.hub.site.command.PutCredential;
import io.foyer.hub.site.command.PutVisit;
import io.foyer.hub.web.TestHub;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes that something lasts until the 30th means the 30th as well, on the clock of the site. */
class LastDayTest {
    private static final String SITE = "/api/v1/sites/harbour";
    private static final Instant FIRST = Instant.parse("2026-11-22T16:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-30T16:00:00Z");
    private TestHub hub;

    @BeforeEach
    void start() {
        hub = new TestHub();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private <T extends Command> T put(String path, String body, Class<T> kind) {
        TestHub.Reply reply = hub.put(Role.DESK, SITE + path, body);
        assertThat(reply.status()).as(reply.body()).isIn(200, 404);
        return kind.cast(hub.sites.commands.get(hub.sites.commands.size() - 1));
    }

    @Test
    void of_a_visit() {
        PutVisit visit = put(
                "/visits/v1",
                "{\"visitor\": \"Bo\", \"host\": \"m1\", \"from\": \"2026-11-23\", \"until\": \"2026-11-30\"}",
                PutVisit.class);
        assertThat(visit.from()).isEqualTo(FIRST);
        assertThat(visit.until()).isEqualTo(AFTER);
    }

    @Test
    void of_a_booking_were_it_one_day() {
        String booking = "{\"zone\": \"f1\", \"members\": [\"m1\"], \"from\": \"%s\", \"until\": \"2026-11-30\"}";
        PutBooking days = put("/bookings/b1", booking.formatted("2026-11-23"), PutBooking.class);
        assertThat(days.booking().from()).isEqualTo(FIRST);
        assertThat(days.booking().until()).isEqualTo(AFTER);
        PutBooking day = put("/bookings/b1", booking.formatted("2026-11-30"), PutBooking.class);
        assertThat(day.booking().until()).isEqualTo(AFTER);
        PutBooking rest = put("/bookings/b1", booking.formatted("2026-11-30T22:00:00+08:00"), PutBooking.class);
        assertThat(rest.booking().until()).isEqualTo(AFTER);
    }

    @Test
    void of_a_credential() {
        PutCredential card =
                put("/credentials/card/A1", "{\"member\": \"m1\", \"until\": \"2026-11-30\"}", PutCredential.class);
        assertThat(card.credential().until()).isEqualTo(AFTER);
    }

    @Test
    void what_is_written_as_an_instant_stays_one() {
        PutVisit visit = put(
                "/visits/v1",
                "{\"visitor\": \"Bo\", \"host\": \"m1\", \"from\": \"2026-11-23T09:00:00+08:00\","
                        + " \"until\": \"2026-11-23T10:00:00+08:00\"}",
                PutVisit.class);
        assertThat(visit.until()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @Test
    void a_last_day_before_the_first_is_refused() {
        TestHub.Reply reply = hub.put(
                Role.DESK,
                SITE + "/visits/v1",
                "{\"visitor\": \"Bo\", \"host\": \"m1\", \"from\": \"2026-11-23\", \"until\": \"2026-11-22\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("until");
    }
}
