package io.foyer.hub.mqtt;

import io.foyer.hub.domain.Message;

/** What the fields of a payload mean: a message, or a {@link Fault}. */
sealed interface Meaning permits Meaning.Is, Fault {
    record Is(Message message) implements Meaning {}
}
