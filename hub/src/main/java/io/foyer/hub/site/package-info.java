/** One event loop owns the sites: signals come in, orders go out, changes go into the open batch. */
@NullMarked
package io.foyer.hub.site;

import org.jspecify.annotations.NullMarked;
