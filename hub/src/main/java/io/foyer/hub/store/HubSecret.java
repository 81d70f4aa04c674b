package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;

/** What this hub alone knows: it is kept with the people it serves, so that a backup brings their passes back too. */
final class HubSecret {
    private static final int BYTES = 32;

    private HubSecret() {}

    /** Made where it is not there yet. */
    static Future<byte[]> of(SqlClient client) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return client.preparedQuery("INSERT INTO hub_secret (secret) VALUES ($1) ON CONFLICT DO NOTHING")
                .execute(Tuple.of(Buffer.buffer(fresh)))
                .compose(any -> client.query("SELECT secret FROM hub_secret").execute())
                .map(rows -> rows.iterator().next().getBuffer("secret").getBytes());
    }
}
