package io.foyer.simulators.device;

import io.vertx.core.buffer.Buffer;

/** A message that is sent until the hub has acknowledged it; {@code acknowledged} runs once. */
public record Outgoing(String topic, Buffer payload, Runnable acknowledged) {}
