package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.site.SiteFileChange;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each site file said at its last registration. */
final class AppliedFiles {
    private static final String FORGET = "DELETE FROM site_part WHERE site = ANY ($1)";
    private static final String REMEMBER = """
            INSERT INTO site_part (site, thing, content)
            SELECT * FROM unnest($1::int4[], $2::text[], $3::text[])""";
    /** The fingerprint of a whole file stands among the parts of the file, under this name. */
    private static final String FINGERPRINT = "fingerprint";

    private static final String REMEMBERED = """
            SELECT s.id AS site, p.thing, p.content FROM site_part p JOIN site s ON s.key = p.site
            WHERE s.id = ANY ($1) AND p.thing <> $2""";
    private static final String FINGERPRINTS = """
            SELECT s.id AS site, p.content FROM site_part p JOIN site s ON s.key = p.site
            WHERE s.id = ANY ($1) AND p.thing = $2""";

    private AppliedFiles() {}

    /** By site: the content of the file, thing by thing. */
    static Future<Map<String, Map<String, String>>> remembered(SqlClient client, Collection<String> sites) {
        return client.preparedQuery(REMEMBERED)
                .collecting(groupingBy(
                        (Row row) -> row.getString("site"),
                        toMap(row -> row.getString("thing"), row -> row.getString("content"))))
                .execute(Tuple.of(Registration.array(sites), FINGERPRINT))
                .map(SqlResult::value);
    }

    /** By site: the fingerprint of the file. */
    static Future<Map<String, String>> fingerprints(SqlClient client, Collection<String> sites) {
        return client.preparedQuery(FINGERPRINTS)
                .collecting(toMap((Row row) -> row.getString("site"), row -> row.getString("content")))
                .execute(Tuple.of(Registration.array(sites), FINGERPRINT))
                .map(SqlResult::value);
    }

    static Future<?> remember(PgConnection connection, Map<String, Integer> sites, List<SiteFileChange> changed) {
        List<Integer> owners = new ArrayList<>();
        List<String> things = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        changed.forEach(one -> {
            Map<String, String> parts = new HashMap<>(one.setup().parts());
            parts.put(FINGERPRINT, one.setup().content().fingerprint());
            parts.forEach((thing, content) -> {
                owners.add(sites.get(one.setup().definition().site()));
                things.add(thing);
                contents.add(content);
            });
        });
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of((Object) sites.values().toArray(Integer[]::new)))
                .compose(any -> connection
                        .preparedQuery(REMEMBER)
                        .execute(Tuple.of(
                                owners.toArray(Integer[]::new),
                                Registration.array(things),
                                Registration.array(contents))));
    }
}
