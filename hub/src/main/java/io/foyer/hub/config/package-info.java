/** The settings and the site files: read once, checked whole, every fault with its file, line and remedy. */
@NullMarked
package io.foyer.hub.config;

import org.jspecify.annotations.NullMarked;
