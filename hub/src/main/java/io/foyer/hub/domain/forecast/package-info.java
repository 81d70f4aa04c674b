/** How many people are usual in a zone, and how many are to be expected, from what was counted there before. */
@NullMarked
package io.foyer.hub.domain.forecast;

import org.jspecify.annotations.NullMarked;
