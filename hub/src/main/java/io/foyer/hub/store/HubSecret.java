package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;

/** The secret that only this hub knows. It is in the database, so that a backup brings the people's passes back too. */
final class HubSecret {
    private static final int BYTES = 32;

    private HubSecret() {}

    /** Reads the secret, and makes the secret where there is none. */
    static Future<byte[]> of(SqlClient client) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return client.preparedQuery("INSERT INTO hub_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(Buffer.buffer(fresh)))
                .compose(any -> client.query("SELECT secret FROM hub_secret").execute())
                .map(rows -> rows.iterator().next().getBuffer("secret").getBytes());
    }
}
