package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;

/** Ends a connection at once. An orderly close would wait for the statements under way. */
final class HardClose {
    private HardClose() {}

    static Future<Void> of(SqlConnection connection) {
        // A connection of a pool has one more wrapper.
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase raw) {
            return raw.socket().close();
        }
        return connection.close();
    }
}
