package io.foyer.hub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.definition.BillingPolicy.ShareBasis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantFilesTest {
    private static final String GOOD = """
            site: harbour
            timeZone: Asia/Shanghai
            currency: CNY
            zones: [{id: house, kind: house}]
            meters:
              - {id: main, medium: electricity, zone: house}
              - {id: roof, medium: electricity, zone: house, parent: main, tenant: 木舟设计}
            devices:
              - {id: dev-main, kind: meter, meter: main, password: x}
              - {id: dev-roof, kind: meter, meter: roof, password: x}
            """;

    @TempDir
    Path folder;

    private BillingPolicy read(String text) throws IOException {
        Files.createDirectories(folder.resolve("sites"));
        Files.writeString(folder.resolve("sites/harbour.yaml"), text);
        return Configuration.read(folder, false).get(0).definition().billing();
    }

    @Test
    void who_pays_is_in_the_file_and_has_a_usual_way() throws IOException {
        assertThat(read(GOOD)).isEqualTo(new BillingPolicy(ShareBasis.METER, BigDecimal.ZERO, Map.of("roof", "木舟设计")));
        assertThat(read(GOOD + "shares: presence\ntaxPercent: 6.5\n"))
                .isEqualTo(new BillingPolicy(ShareBasis.PRESENCE, new BigDecimal("6.5"), Map.of("roof", "木舟设计")));
    }

    @Test
    void what_cannot_be_billed_is_told_with_its_line() {
        assertThatThrownBy(() -> read(GOOD + "taxPercent: -1\n")).hasMessageContaining("harbour.yaml:11: `-1`");
        assertThatThrownBy(() -> read(GOOD + "taxPercent: 101\n")).hasMessageContaining("harbour.yaml:11: `101`");
        assertThatThrownBy(() -> read(GOOD + "shares: fairly\n"))
                .hasMessageContaining("harbour.yaml:11")
                .hasMessageContaining("meter, area, presence");
        assertThatThrownBy(() -> read(GOOD.replace("木舟设计", "common")))
                .hasMessageContaining("harbour.yaml:7: `common` is what the house itself pays for");
    }
}
