/** Keeps everything in PostgreSQL: the journal, the registry, the queries, the embedded server. */
@NullMarked
package io.foyer.hub.store;

import org.jspecify.annotations.NullMarked;
