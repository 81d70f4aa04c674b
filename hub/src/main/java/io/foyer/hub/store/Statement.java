package io.foyer.hub.store;

import io.vertx.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * A prepared statement with its values. The values are made when the statement goes out.
 *
 * @param isLarge true where the values are so many that the loop makes and sends them in a turn of their own
 */
record Statement(String sql, Supplier<Tuple> values, boolean isLarge) {
    Statement(String sql, Tuple values) {
        this(sql, () -> values, false);
    }
}
