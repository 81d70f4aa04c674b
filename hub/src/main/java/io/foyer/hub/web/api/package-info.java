/** The HTTP API: one table of endpoints, each a method from a call to an answer. */
@NullMarked
package io.foyer.hub.web.api;

import org.jspecify.annotations.NullMarked;
