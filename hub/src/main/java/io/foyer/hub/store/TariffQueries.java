package io.foyer.hub.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what suppliers have told about tariffs. */
final class TariffQueries {
    private static final String PRICES = """
            SELECT start, price FROM tariff_price p JOIN site s ON s.key = p.site
            WHERE s.id = $1 AND p.tariff = $2 AND p.start >= $3 AND p.start < $4""";

    /** A day before and after: a window may go over midnight, and days are the site's. */
    private static final String DAYS = """
            SELECT day, name, price, ratio, windows FROM tariff_day d JOIN site s ON s.key = d.site
            WHERE s.id = $1 AND d.tariff = $2
              AND d.day >= ($3::timestamptz AT TIME ZONE 'UTC')::date - 2 AND d.day <= ($4::timestamptz AT TIME ZONE 'UTC')::date + 2
            ORDER BY day, place""";

    private TariffQueries() {}

    /** What counts in [from, to). */
    static Future<TariffNotices> notices(SqlClient client, String site, String tariff, Instant from, Instant to) {
        Tuple values = Tuple.of(site, tariff, RowTimes.toRow(from), RowTimes.toRow(to));
        return RowQuery.collect(
                        client,
                        PRICES,
                        values,
                        toMap(row -> RowTimes.of(row, "start"), row -> row.getBigDecimal("price")))
                .compose(prices -> RowQuery.collect(
                                client,
                                DAYS,
                                values,
                                groupingBy(row -> row.getLocalDate("day"), mapping(TariffQueries::band, toList())))
                        .map(days -> new TariffNotices(prices, days)));
    }

    private static Band band(Row row) {
        @Nullable BigDecimal fixed = row.getBigDecimal("price");
        @Nullable BigDecimal ratio = row.getBigDecimal("ratio");
        String windows = row.getString("windows");
        List<DayWindow> hours = windows.isEmpty()
                ? List.of()
                : Arrays.stream(windows.split(" ")).map(DayWindow::of).toList();
        return new Band(row.getString("name"), new BandPrice(fixed, ratio, false), BandTimes.during(hours));
    }
}
