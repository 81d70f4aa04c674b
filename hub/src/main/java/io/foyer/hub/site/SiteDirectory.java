package io.foyer.hub.site;

import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.Explanation;
import io.foyer.hub.domain.access.Muster.MusterEntry;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.DemandOutlook;
import io.foyer.hub.domain.energy.Repairs;
import io.foyer.hub.domain.occupancy.AccuracyState;
import io.foyer.hub.domain.occupancy.SensorReport;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.FileCredentials;
import io.foyer.hub.site.command.PeopleFile;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The sites of this hub, as people reach them. Any thread may call. Each future completes on the context of its caller.
 */
public interface SiteDirectory {

    /** All sites, in the order of their files. */
    List<SiteDefinition> definitions();

    Optional<SiteDefinition> definition(String site);

    /** Gives a command to a site as {@code actor}. A site that does not exist is {@link Reply.MissingThing}. */
    Future<Reply> change(String site, Command command, String actor);

    /** Imports a file of people as {@code actor}: all of the file, or nothing. */
    Future<Reply> importPeople(String site, PeopleFile file, String actor);

    /** Tells what objects to the credentials of a file, as {@link Reply.CredentialRefusal}. Changes nothing. */
    Future<Reply> screen(String site, FileCredentials credentials);

    /** How a door would decide; empty where the site does not exist. */
    Future<Optional<Explanation>> explain(String site, AccessQuestion question);

    /** A credential, as a reader writes it, that is shown at a door at an instant. */
    record AccessQuestion(CredentialType type, String credential, String door, Direction direction, Instant at) {}

    /**
     * The people on the site by their swipes; empty where the site does not exist. The site itself answers, not the
     * store.
     */
    Future<Optional<List<MusterEntry>>> muster(String site);

    /** The sensors of a site and what is wrong with each; empty where the site does not exist. The site itself answers. */
    Future<Optional<List<SensorReport>>> sensors(String site);

    /** How far the counts of each zone are from the truth; empty where the site does not exist. The site itself answers. */
    Future<Optional<List<AccuracyState>>> accuracies(String site);

    /** How the present quarter-hour of a meter will end; empty where the site does not exist. The site itself answers. */
    Future<Optional<DemandOutlook>> demand(String site, String meter);

    /** The repairs of a meter; empty where the site does not exist. The site itself answers. */
    Future<Optional<Repairs>> repairs(String site, String meter);

    /**
     * Folds the late readings of a site that wait. Succeeds when all readings that are acknowledged stand in the ledger,
     * or where the site does not exist; not while the database is away.
     */
    Future<Void> folded(String site);

    /**
     * Reads the configuration again and applies the difference.
     *
     * @return one line for each difference. Where the configuration is not valid nothing changes, and the future fails with
     *     an {@link IllegalArgumentException} whose message names the file, the line and the remedy.
     */
    Future<List<String>> reload(String actor);
}
