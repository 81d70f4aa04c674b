package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/** Ends a connection at once: an orderly close would wait for what is still under way. */
final class HardClose {
    private HardClose() {}

    static Future<Void> of(SqlConnection connection) {
        // Of a pool there is one more around it.
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase raw) {
            return raw.socket().close();
        }
        return connection.close();
    }
}
