/** The edge of the devices: MQTT server, topics, payloads. */
@NullMarked
package io.foyer.hub.mqtt;

import org.jspecify.annotations.NullMarked;
