package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.NOON;
import static io.foyer.hub.store.TestStore.await;
import static io.foyer.hub.store.TestStore.batch;
import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.TariffChange.DayUpdate;
import io.foyer.hub.domain.TariffChange.PriceUpdate;
import io.foyer.hub.domain.tariff.Band;
import io.foyer.hub.domain.tariff.Band.BandPrice;
import io.foyer.hub.domain.tariff.BandTimes;
import io.foyer.hub.domain.tariff.DayWindow;
import io.foyer.hub.domain.tariff.PublishedPrice;
import io.foyer.hub.domain.tariff.TariffNotices;
import io.foyer.hub.store.SharedStore.Shared;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStore.class)
class TariffNoticesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Shared shared;
    private final String site;

    TariffNoticesTest(Shared shared) {
        this.shared = shared;
        this.site = shared.newSite();
    }

    private TariffNotices notices(String tariff) {
        return await(shared.database.archive().tariffNotices(site, tariff, NOON.minus(WEEK), NOON.plus(WEEK)));
    }

    @Test
    void a_price_comes_back_to_its_last_digit_and_a_later_one_replaces_it() {
        PublishedPrice first = new PublishedPrice(NOON, new BigDecimal("0.081200000001"));
        PublishedPrice second = new PublishedPrice(NOON.plusSeconds(900), new BigDecimal("-0.012"));
        PublishedPrice far = new PublishedPrice(NOON.plus(WEEK), BigDecimal.ONE);
        await(shared.journal.commit(batch(entry(site, new PriceUpdate("spot", List.of(first, second, far))))));
        assertThat(notices("spot").prices())
                .isEqualTo(Map.of(first.start(), first.price(), second.start(), second.price()));
        assertThat(notices("other").prices()).isEmpty();

        PublishedPrice corrected = new PublishedPrice(NOON, new BigDecimal("0.09"));
        await(shared.journal.commit(batch(entry(site, new PriceUpdate("spot", List.of(corrected))))));
        assertThat(notices("spot").prices()).containsEntry(NOON, corrected.price());
    }

    @Test
    void a_called_day_comes_back_in_order_and_a_later_call_replaces_it_whole() {
        Band sharp = new Band(
                "sharp",
                new BandPrice(null, new BigDecimal("2.125"), false),
                BandTimes.during(List.of(new DayWindow(660, 720), new DayWindow(1320, 360))));
        Band rest = new Band("rest", new BandPrice(new BigDecimal("0.5"), null, false), BandTimes.ALWAYS);
        await(shared.journal.commit(batch(entry(site, new DayUpdate("power", DAY, List.of(sharp, rest))))));
        assertThat(notices("power").days()).isEqualTo(Map.of(DAY, List.of(sharp, rest)));

        await(shared.journal.commit(batch(entry(site, new DayUpdate("power", DAY, List.of(rest))))));
        assertThat(notices("power").days()).isEqualTo(Map.of(DAY, List.of(rest)));

        await(shared.journal.commit(batch(entry(site, new DayUpdate("power", DAY, List.of())))));
        assertThat(notices("power").days()).isEmpty();
    }
}
