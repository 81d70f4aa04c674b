package io.foyer.hub.domain;

import io.foyer.hub.domain.definition.Device;

/**
 * A meter's message that came after a newer one.
 *
 * @param kind the last level of its topic
 * @param register a running total; a flow would be of no use any more
 * @param body its payload, for the trail
 */
public record LateReading(Device device, String kind, MessageStamp stamp, double register, String body) {}
