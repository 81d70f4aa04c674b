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
                IssueStatements,
                OverrideDoor,
                PutBooking,
                PutCredential,
                PutMember,
                PutMembership,
                PutReading,
                PutRepair,
                PutTariffDay,
                PutTariffPrices,
                PutVisit,
                RemoveBooking,
                RemoveCredential,
                RemoveRepair,
                RemoveVisit,
                ResumeDoor,
                SetCount,
                StartLockdown,
                StartRelease,
                UnlockDoor {

    /**
     * Why the command cannot be carried out: it names a thing that does not exist, has wrong fields, or conflicts with
     * another thing. Null where nothing objects; only then the handler calls the other methods.
     */
    @Nullable Reply objection(CommandContext context);

    /** How the audit trail tells the command. */
    TrailEntry trailEntry(CommandContext context);

    /** The changes of the command, which of them bind at once and which on commit, and how to roll them back. */
    Transition<?> transition(CommandContext context, String actor);

    /** True for commands to doors that must not wait behind others: the waiting room is twice as large for them. */
    boolean isUrgent();
}
