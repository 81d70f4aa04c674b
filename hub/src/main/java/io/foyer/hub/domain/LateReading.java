package io.foyer.hub.domain;

import io.foyer.hub.domain.definition.Device;

/**
 * The message of a meter that came after a newer one.
 *
 * @param kind the last level of the topic
 * @param register a running total in smallest units. A late message has no use for a flow
 * @param body the payload, for the trail
 */
public record LateReading(Device device, String kind, MessageStamp stamp, long register, String body) {}
