/** Finds out who somebody is: passwords, sessions, rate limits. */
@NullMarked
package io.foyer.hub.web.login;

import org.jspecify.annotations.NullMarked;
