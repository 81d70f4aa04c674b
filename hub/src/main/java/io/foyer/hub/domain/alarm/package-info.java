/** The alarms: what needs the attention of a person. */
@NullMarked
package io.foyer.hub.domain.alarm;

import org.jspecify.annotations.NullMarked;
