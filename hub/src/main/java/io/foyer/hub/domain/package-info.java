/** The rules of the hub in plain Java. Time and messages come in as data; orders and changes go out as data. */
@NullMarked
package io.foyer.hub.domain;

import org.jspecify.annotations.NullMarked;
