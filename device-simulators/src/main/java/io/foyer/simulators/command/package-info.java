/** What all commands of the simulators share: how values are written, and what people hear of a wrong line. */
@NullMarked
package io.foyer.simulators.command;

import org.jspecify.annotations.NullMarked;
