/** What a site file says of one house: zones, doors, devices, meters, schedules, plans. */
@NullMarked
package io.foyer.hub.domain.house;

import org.jspecify.annotations.NullMarked;
