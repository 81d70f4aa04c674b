/** The settings and the site files: read once and checked whole. Every fault has its file, line and remedy. */
@NullMarked
package io.foyer.hub.config;

import org.jspecify.annotations.NullMarked;
