package io.foyer.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.site.Accounts.Role;
import io.foyer.hub.site.DeviceSecrets;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.web.TestAccounts;
import io.foyer.hub.web.TestClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersTest {
    private static final String HERE = "10.0.0.7";
    private static final String ELSEWHERE = "10.0.0.8";
    private final TestAccounts accounts = new TestAccounts();
    private final TestClock clock = new TestClock();
    private final PageSessions sessions =
            new PageSessions(accounts, new SessionTokens(new HubSeal(new byte[32])), clock);

    @Test
    void made_up_tokens_cost_some_questions_and_push_nobody_out() {
        String known = accounts.token(Role.DESK);
        assertThat(found(known, HERE)).isPresent();
        for (int i = 0; i < 20_000; i++) {
            Future<Optional<LoginSession>> answer = sessions.find(DeviceSecrets.random(32), HERE);
            assertThat(answer.succeeded() ? answer.result() : Optional.empty()).isEmpty();
            assertThat(answer.succeeded() || answer.cause() instanceof RejectedExecutionException)
                    .isTrue();
        }
        assertThat(accounts.lookUps.get())
                .as("no more in that moment")
                .isLessThan(20 * KnownSessions.STRANGE_PER_NEIGHBOURHOOD);
        int asked = accounts.lookUps.get();
        assertThat(found(known, HERE)).isPresent();
        assertThat(accounts.lookUps).as("still remembered").hasValue(asked);
        assertThat(found(accounts.token(Role.DESK), HERE))
                .as("this hub's own mark")
                .isPresent();
    }

    @Test
    void what_cannot_be_a_token_costs_nothing() {
        for (String text : List.of("", "x", "x".repeat(42), "x".repeat(44), "ä".repeat(43), " ".repeat(43))) {
            assertThat(found(text, HERE)).isEmpty();
        }
        assertThat(accounts.lookUps).hasValue(0);
    }

    @Test
    void strangers_from_many_places_ask_so_much_in_all() {
        for (int i = 0; i < 5_000; i++) {
            sessions.find(DeviceSecrets.random(32), "10.0." + i / 250 + "." + i % 250);
        }
        assertThat(accounts.lookUps.get()).isLessThan(3 * KnownSessions.STRANGE_IN_ALL);
    }

    @Test
    void a_screen_of_before_the_mark_goes_on_and_is_known_from_its_first_answer_on() {
        String screen = accounts.unmarkedToken(Role.WALL);
        assertThat(found(screen, HERE)).isPresent();
        for (int i = 0; i < 200; i++) {
            sessions.find(DeviceSecrets.random(32), HERE);
        }
        clock.pass(KnownSessions.REMEMBERED);
        assertThat(found(screen, HERE)).isPresent();
        for (int i = 0; i < 10; i++) {
            sessions.find(DeviceSecrets.random(32), HERE);
        }
        assertThat(sessions.find(accounts.unmarkedToken(Role.WALL), HERE).failed())
                .as("nobody can tell: it may ask again in a moment")
                .isTrue();
        assertThat(found(accounts.unmarkedToken(Role.WALL), ELSEWHERE)).isPresent();
    }

    @Test
    void what_comes_while_a_question_is_under_way_is_the_next_one_together() {
        List<List<byte[]>> questions = new ArrayList<>();
        List<Promise<List<Optional<LoginSession>>>> answers = new ArrayList<>();
        LoginSession session = new LoginSession("li", Role.DESK, Set.of(), null);
        SessionLookups lookUps = new SessionLookups(new TestAccounts() {
            @Override
            public Future<List<Optional<LoginSession>>> sessions(List<byte[]> hashes, Instant now) {
                questions.add(hashes);
                answers.add(Promise.promise());
                return answers.get(answers.size() - 1).future();
            }
        });
        List<Future<Optional<LoginSession>>> asked = IntStream.range(0, 1_200)
                .mapToObj(i -> lookUps.of(new byte[] {(byte) i}, Instant.EPOCH))
                .toList();
        for (int i = 0; i < questions.size(); i++) {
            List<Optional<LoginSession>> found = new ArrayList<>(
                    questions.get(i).stream().map(hash -> Optional.of(session)).toList());
            found.set(0, Optional.empty());
            answers.get(i).complete(found);
        }
        assertThat(questions)
                .extracting(List::size)
                .containsExactly(1, SessionLookups.MOST_AT_ONCE, SessionLookups.MOST_AT_ONCE, 199);
        assertThat(asked.get(0).result()).isEmpty();
        assertThat(asked.get(1).result()).isEmpty();
        assertThat(asked.get(2).result()).contains(session);
    }

    @Test
    void a_neighbourhood_is_an_address_or_a_64_network() {
        assertThat(of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(of("2001:db8:1:2:3::4")).isEqualTo(of("2001:db8:1:2::9")).isNotEqualTo(of("2001:db8:1:3::9"));
    }

    private static String of(String address) {
        return ClientNeighbourhood.of(address);
    }

    private Optional<LoginSession> found(String token, String neighbourhood) {
        return sessions.find(token, neighbourhood).result();
    }
}
