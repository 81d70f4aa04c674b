package io.foyer.hub.web.api;

import io.foyer.hub.site.SlowLog;
import org.jspecify.annotations.Nullable;

/** The reason why the hub cannot serve a request, and the answer for the sender. */
abstract class RequestFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes a fault without a stack trace, because the hub's code has made no mistake. The cause may be null. */
    RequestFault(String why, @Nullable Throwable cause) {
        super(why, cause, false, false);
    }

    abstract ApiAnswer answer();

    /** Logs the fault where the people who run the hub should know of it. */
    void tell(SlowLog log, String asked) {}
}
