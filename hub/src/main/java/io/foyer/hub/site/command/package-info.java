/** The commands of people to a site: each command is one record in one file, and tells what the command does. */
@NullMarked
package io.foyer.hub.site.command;

import org.jspecify.annotations.NullMarked;
