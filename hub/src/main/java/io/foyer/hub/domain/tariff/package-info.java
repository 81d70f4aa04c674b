/** What a unit of electricity, water or traffic costs at which time: tariffs, their versions, bands and charges. */
@NullMarked
package io.foyer.hub.domain.tariff;

import org.jspecify.annotations.NullMarked;
