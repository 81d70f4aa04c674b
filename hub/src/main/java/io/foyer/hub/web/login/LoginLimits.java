package io.foyer.hub.web.login;

import io.foyer.hub.site.AttemptBudget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How many wrong passwords there may be: {@link #PER_NAME} for a name from one neighbourhood, {@link #PER_NEIGHBOURHOOD}
 * from there in all, and {@link #PER_NAME} from a browser that has logged in by this name before, wherever it is. So who
 * guesses at a name keeps its owner out neither from elsewhere nor, behind a proxy that gives everybody one address, in
 * the browser that they use. An attempt costs one before it is judged and gets it back if it was right, so many at the
 * same time gain nothing. Used on the people's loop only.
 */
public final class LoginLimits {
    static final int PER_NAME = 10;
    static final int PER_NEIGHBOURHOOD = 50;

    private final AttemptBudget<String> names;
    private final AttemptBudget<String> neighbourhoods;

    public LoginLimits(InstantSource clock) {
        names = new AttemptBudget<>(PER_NAME, clock);
        neighbourhoods = new AttemptBudget<>(PER_NEIGHBOURHOOD, clock);
    }

    /**
     * Who tries to log in.
     *
     * @param browser what a browser proves that has logged in by this name before
     */
    public record LoginAttempt(String user, String neighbourhood, Optional<String> browser) {
        private String name() {
            return user + " " + browser.map(proof -> "in " + proof).orElse("from " + neighbourhood);
        }
    }

    /** Takes one attempt, or tells how long to wait. */
    public Optional<Duration> take(LoginAttempt attempt) {
        Optional<Duration> wait = names.take(attempt.name());
        return wait.isPresent() || attempt.browser().isPresent() ? wait : neighbourhoods.take(attempt.neighbourhood());
    }

    /** The attempt was right, or was not judged. */
    public void giveBack(LoginAttempt attempt) {
        names.giveBack(attempt.name());
        if (attempt.browser().isEmpty()) {
            neighbourhoods.giveBack(attempt.neighbourhood());
        }
    }
}
