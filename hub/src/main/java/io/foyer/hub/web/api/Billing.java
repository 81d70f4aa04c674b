package io.foyer.hub.web.api;

import io.foyer.hub.domain.cost.CostHistory.CostTerms;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.tariff.Tariff;
import io.foyer.hub.domain.tariff.TariffClock;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.site.Archive;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the terms under which meters are billed: the tariffs of the site file, and what suppliers have told since. */
record Billing(Archive archive) {

    /** By meter. A meter without a tariff has no terms. */
    Future<Map<String, CostTerms>> terms(SiteDefinition site, Set<String> meters, Instant from, Instant to) {
        List<Tariff> tariffs = meters.stream()
                .map(site.tariffs()::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Future<TariffNotices>> asked = tariffs.stream()
                .map(tariff -> StoreFault.of(archive.tariffNotices(site.site(), tariff.id(), from, to)))
                .toList();
        return Future.all(asked).map(all -> {
            Map<String, TariffNotices> notices = new HashMap<>();
            for (int i = 0; i < tariffs.size(); i++) {
                notices.put(tariffs.get(i).id(), asked.get(i).result());
            }
            return terms(site, meters, notices);
        });
    }

    private static Map<String, CostTerms> terms(
            SiteDefinition site, Set<String> meters, Map<String, TariffNotices> notices) {
        Map<String, CostTerms> terms = new HashMap<>();
        for (String id : meters) {
            Tariff tariff = site.tariffs().of(id);
            Meter meter = site.meters().get(id);
            if (tariff != null && meter != null) {
                TariffNotices told = notices.getOrDefault(tariff.id(), TariffNotices.NONE);
                terms.put(
                        id,
                        new CostTerms(
                                new TariffClock(tariff, site.timeZone(), told),
                                Currency.getInstance(site.currency()),
                                CostTerms.decimals(meter.medium()),
                                site.tariffs().billed().contains(id)));
            }
        }
        return terms;
    }
}
