package io.foyer.hub.web.api;

import io.vertx.core.buffer.Buffer;

/** A file to keep, in place of a JSON answer. */
record Download(String type, String name, Buffer content) {}
