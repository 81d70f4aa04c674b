/** What the use of a meter costs: the ledger's quarter-hours under the meter's tariff. */
@NullMarked
package io.foyer.hub.domain.cost;

import org.jspecify.annotations.NullMarked;
