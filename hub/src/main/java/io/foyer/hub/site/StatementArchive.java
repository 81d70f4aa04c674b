package io.foyer.hub.site;

import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.RegisterPoint;
import io.foyer.hub.domain.statement.Tenancy;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What statements are made of, and those that were issued. Futures fail as those of {@link Archive} do. */
public interface StatementArchive {

    /**
     * The companies that have a zone on some of the days [from, to], by membership. A suspended membership counts; an ended one
     * counts until its last day, and not at all without one.
     */
    Future<List<Tenancy>> tenancies(String site, LocalDate from, LocalDate to);

    /** By meter: what its register showed at each of the instants. What is not known is left out. */
    Future<Map<String, Map<Instant, RegisterPoint>>> registers(String site, Set<String> meters, Set<Instant> at);

    /** By payer: the newest version of a month's statement. */
    Future<Map<String, IssuedStatement>> newest(String site, YearMonth month);

    /** One version of a statement. */
    Future<Optional<IssuedStatement>> version(String site, String payer, YearMonth month, int version);
}
