/** What each tenant owes for a month: the costs of the main meters, divided without a remainder. */
@NullMarked
package io.foyer.hub.domain.statement;

import org.jspecify.annotations.NullMarked;
