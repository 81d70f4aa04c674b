package io.foyer.hub.store;

import io.vertx.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * A prepared statement with its values, which are made when the statement is sent.
 *
 * @param isLarge so many values that they are to be made and sent in a turn of the loop of their own
 */
record Statement(String sql, Supplier<Tuple> values, boolean isLarge) {
    Statement(String sql, Tuple values) {
        this(sql, () -> values, false);
    }
}
