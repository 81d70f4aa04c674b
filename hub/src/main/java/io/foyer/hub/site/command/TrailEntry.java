package io.foyer.hub.site.command;

/**
 * How the audit trail tells a command.
 *
 * @param action the name of the command, for example {@code put-member}
 * @param subject the thing that the command names
 * @param detail the reason that the person gave; empty where there is none
 */
public record TrailEntry(String action, String subject, String detail) {

    /** An entry without a reason. */
    TrailEntry(String action, String subject) {
        this(action, subject, "");
    }
}
