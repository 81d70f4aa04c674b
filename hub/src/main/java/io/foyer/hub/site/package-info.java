/** One event loop owns each site: signals in, orders out, changes into the open batch. */
@NullMarked
package io.foyer.hub.site;

import org.jspecify.annotations.NullMarked;
