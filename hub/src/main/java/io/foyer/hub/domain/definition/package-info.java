/** What a site file says of one site: zones, doors, devices, meters, schedules, plans. */
@NullMarked
package io.foyer.hub.domain.definition;

import org.jspecify.annotations.NullMarked;
