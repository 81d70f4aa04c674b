package io.foyer.hub.domain.definition;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How a house divides its costs among its tenants.
 *
 * @param shares by what tenants share the common part
 * @param taxPercent on what a tenant owes
 * @param tenants by meter: who pays for it, where the site file says so
 */
public record BillingPolicy(ShareBasis shares, BigDecimal taxPercent, Map<String, String> tenants) {
    /** Tenants are the companies of memberships. */
    public static final BillingPolicy DEFAULT = new BillingPolicy(ShareBasis.METER, BigDecimal.ZERO, Map.of());

    public BillingPolicy {
        tenants = Map.copyOf(tenants);
    }

    /** What a tenant's part of the house is measured by. */
    public enum ShareBasis {
        /** What the tenant's meters show, as a part of the main meter. */
        METER,
        /** The m² of the tenant's zones, as a part of those of the main meter's zone. */
        AREA,
        /** The hours of people in the tenant's zones, as a part of those in the main meter's zone. */
        PRESENCE
    }
}
