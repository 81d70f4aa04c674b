package io.foyer.hub.site.command;

import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.ReadingRange;
import io.foyer.hub.domain.energy.RegisterFold;

/**
 * A command about a reading, which depends on the readings around it. The site reads them from the journal first, and
 * lets nothing else change the meter until the command is settled.
 */
public interface JournalCommand {
    String meter();

    Reading reading();

    /**
     * The command, knowing what is around its reading.
     *
     * @param fold what the reading would change
     */
    Command knowing(ReadingRange around, RegisterFold fold);
}
