package io.foyer.hub.web.api;

import io.foyer.hub.site.SlowLog;
import org.jspecify.annotations.Nullable;

/** Why a request cannot be served, with the answer that its sender gets. */
abstract class RequestFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A fault with a cause of its own, or null. No stack trace: nobody of ours has made a mistake. */
    RequestFault(String why, @Nullable Throwable cause) {
        super(why, cause, false, false);
    }

    abstract ApiAnswer answer();

    /** Tells those who run the hub, where they should know. */
    void tell(SlowLog log, String asked) {}
}
