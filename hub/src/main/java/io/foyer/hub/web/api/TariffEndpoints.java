package io.foyer.hub.web.api;

import io.foyer.hub.domain.energy.Quarters;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.site.SiteDirectory;
import io.foyer.hub.site.command.PutTariffDay;
import io.foyer.hub.site.command.PutTariffPrices;
import io.foyer.hub.web.wire.PricesBody;
import io.foyer.hub.web.wire.TariffDayBody;
import io.foyer.hub.web.wire.TariffDayBody.CalledBand;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Endpoints for what a supplier tells after the site file was written: prices by the hour, and called days. */
final class TariffEndpoints {
    private static final BigDecimal MOST_PRICE = new BigDecimal("1000000");
    private static final int MOST_DECIMALS = 12;

    private final SiteDirectory directory;

    TariffEndpoints(SiteDirectory directory) {
        this.directory = directory;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Operation.ofSite(
                                HttpMethod.PUT,
                                "/tariffs/{id}/prices",
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "Publish prices of a tariff that has a band with `price: published`")
                        .answers(PricesSet.class)
                        .responds(Response.UNWRITABLE, Response.CONFLICT)
                        .handledBy(PricesBody.class, this::prices),
                Operation.ofSite(
                                HttpMethod.PUT,
                                "/tariffs/{id}/days/{date}",
                                Roles.ENERGY_MANAGER,
                                "energy",
                                "Call a day of a tariff: the bands of the call come before the bands of the tariff")
                        .takes(Parameter.date("date", "The day on which the bands begin"))
                        .answers(DaySet.class)
                        .responds(Response.UNWRITABLE, Response.CONFLICT)
                        .handledBy(TariffDayBody.class, this::day));
    }

    /** The prices that are in force: those of [from, until). */
    record PricesSet(String tariff, Instant from, Instant until, int quarters) {}

    /** The day that is called, with the names of its bands. */
    record DaySet(String tariff, LocalDate date, List<String> bands) {}

    private Future<ApiAnswer> prices(ApiCall call, PricesBody body) {
        String tariff = call.id();
        Instant from = call.fields().time("from", body.from(), call.definition().timeZone());
        if (!from.equals(Quarters.startOf(from))) {
            call.fields().wrong("from", "须为整刻钟", "must be the beginning of a quarter-hour");
        }
        int quarters = "1h".equals(body.step()) ? 4 : 1;
        if (!"1h".equals(body.step()) && !"15m".equals(body.step())) {
            call.fields().wrong("step", "只能是 15m, 1h", "must be one of 15m, 1h");
        }
        List<@Nullable BigDecimal> prices = body.prices() == null ? List.of() : body.prices();
        if (prices.isEmpty() || prices.size() > PricesBody.MOST) {
            call.fields()
                    .wrong("prices", "1 到 " + PricesBody.MOST + " 项", "must have 1 to " + PricesBody.MOST + " entries");
        }
        List<PublishedPrice> byQuarter = new ArrayList<>();
        for (int i = 0; i < Math.min(prices.size(), PricesBody.MOST); i++) {
            BigDecimal price = price(call, "prices[" + i + "]", prices.get(i), true);
            for (int q = 0; q < quarters; q++) {
                byQuarter.add(
                        new PublishedPrice(from.plus(Quarters.LENGTH.multipliedBy((long) i * quarters + q)), price));
            }
        }
        return call.answer(() -> directory
                .change(
                        call.site(),
                        new PutTariffPrices(tariff, byQuarter),
                        call.session().user())
                .map(reply -> ApiAnswer.of(
                        reply,
                        new PricesSet(
                                tariff,
                                from,
                                from.plus(Quarters.LENGTH.multipliedBy(byQuarter.size())),
                                byQuarter.size()))));
    }

    private Future<ApiAnswer> day(ApiCall call, TariffDayBody body) {
        String tariff = call.id();
        LocalDate date = call.fields().date("date", call.path("date"));
        List<@Nullable CalledBand> given = body.bands() == null ? List.of() : body.bands();
        if (body.bands() == null || given.size() > TariffDayBody.MOST) {
            call.fields()
                    .wrong(
                            "bands",
                            "0 到 " + TariffDayBody.MOST + " 项",
                            "must have 0 to " + TariffDayBody.MOST + " entries");
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), TariffDayBody.MOST); i++) {
            CalledBand band = given.get(i);
            bands.add(band(call, "bands[" + i + "].", band == null ? new CalledBand(null, null, null, null) : band));
        }
        return call.answer(() -> directory
                .change(
                        call.site(),
                        new PutTariffDay(tariff, date, bands),
                        call.session().user())
                .map(reply -> ApiAnswer.of(
                        reply,
                        new DaySet(tariff, date, bands.stream().map(Band::name).toList()))));
    }

    private static Band band(ApiCall call, String field, CalledBand given) {
        String name = call.fields().text(field + "name", given.name());
        if (given.price() == null && given.ratio() == null) {
            call.fields().wrong(field + "price", "须给出 price 或 ratio", "give `price` or `ratio`");
        }
        BigDecimal price = given.price() == null ? null : price(call, field + "price", given.price(), false);
        BigDecimal ratio = given.ratio() == null ? null : price(call, field + "ratio", given.ratio(), false);
        List<@Nullable String> texts = given.windows() == null ? List.of() : given.windows();
        List<DayWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), TariffDayBody.MOST); i++) {
            String text = texts.get(i);
            DayWindow window = text == null ? null : DayWindow.of(text);
            if (window == null) {
                call.fields()
                        .wrong(field + "windows[" + i + "]", "例如 16:00-21:00", "must be a span such as 16:00-21:00");
            } else {
                windows.add(window);
            }
        }
        return new Band(name, new BandPrice(price, ratio, false), BandTimes.during(windows));
    }

    /** Published prices may fall below 0; those that a person agrees on do not. */
    private static BigDecimal price(ApiCall call, String field, @Nullable BigDecimal price, boolean mayBeNegative) {
        if (price == null
                || price.abs().compareTo(MOST_PRICE) > 0
                || price.scale() > MOST_DECIMALS
                || (price.signum() < 0 && !mayBeNegative)) {
            call.fields()
                    .wrong(
                            field,
                            mayBeNegative ? "-1000000 到 1000000 的数，最多 12 位小数" : "0 到 1000000 的数，最多 12 位小数",
                            "must be a number from " + (mayBeNegative ? "-1,000,000" : "0")
                                    + " to 1,000,000 with 12 decimals at most");
            return BigDecimal.ZERO;
        }
        return price;
    }
}
