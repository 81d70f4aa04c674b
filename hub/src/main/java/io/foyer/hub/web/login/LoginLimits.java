package io.foyer.hub.web.login;

import io.foyer.hub.site.AttemptBudget;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Limits wrong passwords: {@link #PER_NAME} for a name from one neighbourhood, {@link #PER_NEIGHBOURHOOD} from one
 * neighbourhood in all, and {@link #PER_NAME} from a browser that has logged in by the name before, wherever it is. So
 * a person who guesses does not keep the owner of a name out in another place. The owner's own browser still works
 * where a proxy gives everybody one address. An attempt counts before the hub checks the password, and is given back if
 * the password is right. So many attempts at the same time gain nothing. Only the people's loop uses this.
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
     * One attempt to log in.
     *
     * @param browser the proof of a browser that has logged in by this name before
     */
    public record LoginAttempt(String user, String neighbourhood, Optional<String> browser) {
        private String name() {
            return user + " " + browser.map(proof -> "in " + proof).orElse("from " + neighbourhood);
        }
    }

    /** Counts one attempt, or tells how long to wait. */
    public Optional<Duration> take(LoginAttempt attempt) {
        Optional<Duration> wait = names.take(attempt.name());
        return wait.isPresent() || attempt.browser().isPresent() ? wait : neighbourhoods.take(attempt.neighbourhood());
    }

    /** Gives an attempt back, because the password was right or was not checked. */
    public void giveBack(LoginAttempt attempt) {
        names.giveBack(attempt.name());
        if (attempt.browser().isEmpty()) {
            neighbourhoods.giveBack(attempt.neighbourhood());
        }
    }
}
