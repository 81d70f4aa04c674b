package io.foyer.hub.site.command;

import org.jspecify.annotations.Nullable;

/**
 * What a person may command a site to do. Each command is one record in one file; the handler knows no single command.
 * All methods run on the site's loop, in the order in which they stand here, and before the command is in force.
 */
public sealed interface Command
        permits AcknowledgeAlarm,
                CheckInVisitor,
                CheckOutVisitor,
                EndLockdown,
                EndRelease,
                EraseMember,
                OverrideDoor,
                PutBooking,
                PutCredential,
                PutMember,
                PutMembership,
                PutVisit,
                RemoveBooking,
                RemoveCredential,
                RemoveVisit,
                ResumeDoor,
                StartLockdown,
                StartRelease,
                UnlockDoor {

    /**
     * Why the command cannot be carried out: what it names that does not exist, which of its fields are wrong, or what it
     * conflicts with. Null where nothing objects; only then the other methods are called.
     */
    @Nullable Reply objection(CommandContext context);

    /** How the audit trail tells the command. */
    TrailEntry trailEntry(CommandContext context);

    /** What the command changes, what of that binds at once and what on commit, and how it is rolled back. */
    Transition<?> transition(CommandContext context, String actor);

    /** True for commands to doors that must not wait behind others: the waiting room is twice as large for them. */
    boolean isUrgent();
}
