package io.foyer.hub.web.live;

import io.foyer.hub.site.Accounts.LoginSession;
import io.foyer.hub.web.login.PageSessions;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The viewers inside, each with its right. Closes the socket of a viewer whose session has ended. */
final class ViewerGuests {
    static final int MOST = 5_000;
    private static final int SECONDS_BETWEEN_CHECKS = 20;

    private final PageSessions sessions;
    private final InstantSource clock;
    private final Map<Viewer, ViewerGuest> inside = new LinkedHashMap<>();
    private int seconds;
    private int entered;

    /**
     * A viewer inside, and its right. {@code turn} is the second of {@link #SECONDS_BETWEEN_CHECKS} for the next check.
     */
    private record ViewerGuest(Viewer viewer, String token, String neighbourhood, LoginSession session, int turn) {}

    ViewerGuests(PageSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void start(Vertx vertx) {
        sessions.whenEnded(user -> recheck(guest -> user.equals(guest.session().user())));
        vertx.setPeriodic(1_000, timer -> second());
    }

    int count() {
        return inside.size();
    }

    boolean isFull() {
        return inside.size() >= MOST;
    }

    void enter(Viewer viewer, String token, String neighbourhood, LoginSession session) {
        inside.put(viewer, new ViewerGuest(viewer, token, neighbourhood, session, ++entered % SECONDS_BETWEEN_CHECKS));
    }

    void leave(Viewer viewer) {
        inside.remove(viewer);
    }

    private void second() {
        var now = clock.instant();
        for (ViewerGuest guest : List.copyOf(inside.values())) {
            var until = guest.session().until();
            if (until != null && !now.isBefore(until)) {
                guest.viewer().close(4401, "session ended");
            }
        }
        int turn = ++seconds % SECONDS_BETWEEN_CHECKS;
        recheck(guest -> guest.turn() == turn);
    }

    /** Asks again whether sessions are good. While the store is away they count as good. */
    private void recheck(Predicate<ViewerGuest> whose) {
        for (ViewerGuest guest : List.copyOf(inside.values())) {
            if (whose.test(guest)) {
                sessions.find(guest.token(), guest.neighbourhood()).onSuccess(found -> {
                    if (found.isEmpty()) {
                        guest.viewer().close(4401, "session ended");
                    }
                });
            }
        }
    }
}
