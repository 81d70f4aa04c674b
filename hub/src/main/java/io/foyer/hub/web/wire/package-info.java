/** The records on the wire to people: JSON in and out, problems, the entries of the live feed. */
@NullMarked
package io.foyer.hub.web.wire;

import org.jspecify.annotations.NullMarked;
