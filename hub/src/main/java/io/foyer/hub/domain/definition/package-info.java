/** The content of a site file: zones, doors, devices, meters, schedules, plans. */
@NullMarked
package io.foyer.hub.domain.definition;

import org.jspecify.annotations.NullMarked;
