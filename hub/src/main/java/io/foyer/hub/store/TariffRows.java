package io.foyer.hub.store;

import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.domain.tariff.TariffChanges;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what suppliers tell about tariffs. */
final class TariffRows implements TariffChanges {
    private static final String PUT_PRICES = """
            INSERT INTO tariff_price (site, tariff, start, price)
            SELECT $1, $2, unnest($3::timestamptz[]), unnest($4::numeric[])
            ON CONFLICT (site, tariff, start) DO UPDATE SET price = excluded.price""";
    private static final String DROP_DAY = "DELETE FROM tariff_day WHERE site = $1 AND tariff = $2 AND day = $3";
    private static final String PUT_DAY = """
            INSERT INTO tariff_day (site, tariff, day, place, name, price, ratio, windows)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (site, tariff, day, place) DO UPDATE SET
              name = excluded.name, price = excluded.price, ratio = excluded.ratio, windows = excluded.windows""";

    private final SiteKeys keys;
    private final BatchRows rows;

    TariffRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void published(String tariff, List<PublishedPrice> prices) {
        rows.statement(new Statement(
                PUT_PRICES,
                Tuple.of(
                        keys.site(),
                        tariff,
                        prices.stream()
                                .map(each -> RowTimes.toRow(each.start()))
                                .toArray(OffsetDateTime[]::new),
                        prices.stream()
                                .map(each -> Numeric.create(each.price()))
                                .toArray(Numeric[]::new))));
    }

    @Override
    public void called(String tariff, LocalDate day, List<Band> bands) {
        rows.statement(new Statement(DROP_DAY, Tuple.of(keys.site(), tariff, day)));
        for (int place = 0; place < bands.size(); place++) {
            Band band = bands.get(place);
            rows.statement(new Statement(
                    PUT_DAY,
                    Tuple.of(keys.site(), tariff, day, place, band.name())
                            .addValue(numeric(band.price().fixed()))
                            .addValue(numeric(band.price().ratio()))
                            .addValue(band.times().windows().stream()
                                    .map(DayWindow::text)
                                    .collect(Collectors.joining(" ")))));
        }
    }

    private static @Nullable Numeric numeric(@Nullable BigDecimal value) {
        return value == null ? null : Numeric.create(value);
    }
}
