package io.foyer.hub.domain;

import io.foyer.hub.domain.definition.Device;

/**
 * The message of a meter that came after a newer one.
 *
 * @param kind the last level of the topic
 * @param report with a register, or with the power of a meter that has none
 * @param body the payload, for the trail
 */
public record LateReading(Device device, String kind, MessageStamp stamp, Message.MeterReport report, String body) {}
