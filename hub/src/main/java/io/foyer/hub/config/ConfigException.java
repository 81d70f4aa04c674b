package io.foyer.hub.config;

/**
 * A setting or a site file that the hub cannot use. The message names the place and the remedy, and is meant for
 * people.
 */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
