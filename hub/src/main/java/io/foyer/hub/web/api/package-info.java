/** The HTTP API: a table of endpoints. An endpoint is a method that makes an answer of a call. */
@NullMarked
package io.foyer.hub.web.api;

import org.jspecify.annotations.NullMarked;
