/** The hub's thinking as plain Java: time and messages come in as data, orders and changes go out as data. */
@NullMarked
package io.foyer.hub.domain;

import org.jspecify.annotations.NullMarked;
