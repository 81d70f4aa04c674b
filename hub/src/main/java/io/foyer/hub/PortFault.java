package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import io.vertx.core.Future;
import java.net.BindException;
import java.util.function.Function;

/** The message for people when a server cannot get its port. */
final class PortFault {
    private PortFault() {}

    /**
     * For {@link Future#recover}: words the fault of a server that could not listen. Other faults pass unchanged.
     *
     * @param port the name of the port's setting, and its value
     */
    static <T> Function<Throwable, Future<T>> namedBy(String port) {
        return cause -> Future.failedFuture(told(cause, port));
    }

    private static Throwable told(Throwable cause, String port) {
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof BindException refusal) {
                return new ConfigException(reason(String.valueOf(refusal.getMessage()), port));
            }
        }
        return cause;
    }

    private static String reason(String said, String port) {
        return said.contains("in use")
                ? port + " is in use: choose another, or stop what listens there."
                : port + " cannot be listened on (" + said + "): correct its host or choose another.";
    }
}
