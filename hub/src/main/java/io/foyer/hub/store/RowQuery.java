package io.foyer.hub.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Asks a question whose answer is made of rows. */
final class RowQuery {
    private RowQuery() {}

    /** Collects rows as they come from the server. Only the collector keeps anything. */
    static <R> Future<R> collect(SqlClient client, String sql, Tuple values, Collector<Row, ?, ? extends R> collector) {
        return client.preparedQuery(sql).collecting(collector).execute(values).map(result -> result.value());
    }

    /** All rows of an answer, each read into an object. */
    static <T> Future<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> read) {
        return collect(client, sql, values, Collectors.mapping(read, Collectors.toList()));
    }
}
