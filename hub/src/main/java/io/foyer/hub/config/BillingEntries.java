package io.foyer.hub.config;

import static io.foyer.hub.config.SiteFile.list;

import io.foyer.hub.domain.definition.BillingPolicy;
import io.foyer.hub.domain.statement.MeterOwners;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who pays for what, as a site file says it: the keys `shares`, `taxPercent` and, of a meter, `tenant`. */
final class BillingEntries {
    private static final BigDecimal MOST_PERCENT = new BigDecimal(100);
    private static final int LONGEST_NAME = 256;

    private BillingEntries() {}

    static BillingPolicy check(SiteFile file, FaultList faults) {
        BillingPolicy usual = BillingPolicy.DEFAULT;
        BigDecimal tax =
                faults.within("/taxPercent", file.taxPercent(), BigDecimal.ZERO, MOST_PERCENT, usual.taxPercent());
        Map<String, String> tenants = new HashMap<>();
        List<SiteFile.MeterEntry> meters = list(file.meters());
        for (int i = 0; i < meters.size(); i++) {
            String tenant = meters.get(i).tenant();
            if (tenant != null) {
                refuse("/meters/" + i + "/tenant", tenant, faults);
                tenants.put(String.valueOf(meters.get(i).id()), tenant);
            }
        }
        return new BillingPolicy(
                file.shares() == null ? usual.shares() : file.shares(),
                tax == null ? usual.taxPercent() : tax,
                tenants);
    }

    private static void refuse(String path, String tenant, FaultList faults) {
        if (tenant.isBlank() || tenant.length() > LONGEST_NAME) {
            faults.add(path, "a tenant has no name, or one of more than 256 characters", "Write the company's name.");
        } else if (tenant.equals(MeterOwners.COMMON)) {
            faults.add(
                    path,
                    "`" + tenant + "` is what the house itself pays for",
                    "Leave the key away, or write the company's name.");
        }
    }
}
