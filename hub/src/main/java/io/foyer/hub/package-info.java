@NullMarked
package io.foyer.hub;

import org.jspecify.annotations.NullMarked;
