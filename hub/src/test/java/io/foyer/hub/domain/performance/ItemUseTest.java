package io.foyer.hub.domain.performance;

import static io.foyer.hub.domain.definition.BuildingItem.AIR_CONDITIONING;
import static io.foyer.hub.domain.definition.BuildingItem.LIGHTING_SOCKETS;
import static io.foyer.hub.domain.definition.BuildingItem.POWER;
import static io.foyer.hub.domain.definition.BuildingItem.SPECIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.flow.MeterTree;
import io.foyer.hub.web.TestSites;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** main, and below it f1-fans, and f1-light with lounge-plugs below. */
class ItemUseTest {
    private static final MeterTree TREE = new MeterTree(TestSites.definition("harbour", 40), Medium.ELECTRICITY);
    private static final Map<String, Long> USED =
            Map.of("main", 1_000L, "f1-fans", 300L, "f1-light", 450L, "lounge-plugs", 100L);

    @Test
    void items_and_rest_add_up_to_the_main_meter() {
        ItemUse use = ItemUse.of(TREE, Map.of("f1-fans", AIR_CONDITIONING, "f1-light", LIGHTING_SOCKETS), USED);
        assertThat(use.byItem())
                .isEqualTo(Map.of(LIGHTING_SOCKETS, 450L, AIR_CONDITIONING, 300L, POWER, 0L, SPECIAL, 0L));
        assertThat(use.rest()).isEqualTo(250);
        assertThat(use.total()).isEqualTo(1_000);
    }

    @Test
    void a_meter_below_with_an_item_of_its_own_is_taken_out_of_the_one_above() {
        ItemUse use = ItemUse.of(TREE, Map.of("f1-light", LIGHTING_SOCKETS, "lounge-plugs", SPECIAL), USED);
        assertThat(use.byItem()).containsEntry(LIGHTING_SOCKETS, 350L).containsEntry(SPECIAL, 100L);
        assertThat(use.rest()).isEqualTo(550);
        assertThat(ItemUse.of(TREE, Map.of("f1-light", POWER, "lounge-plugs", POWER), USED)
                        .byItem())
                .containsEntry(POWER, 450L);
    }
}
