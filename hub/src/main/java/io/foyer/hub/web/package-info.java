/** Serves people: pages, API, live feed, login. */
@NullMarked
package io.foyer.hub.web;

import org.jspecify.annotations.NullMarked;
