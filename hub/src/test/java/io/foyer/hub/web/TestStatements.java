package io.foyer.hub.web;

import io.foyer.hub.domain.statement.IssuedStatement;
import io.foyer.hub.domain.statement.RegisterPoint;
import io.foyer.hub.domain.statement.Tenancy;
import io.foyer.hub.site.StatementArchive;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements in memory. */
public final class TestStatements implements StatementArchive {
    public final List<Tenancy> tenancies = new ArrayList<>();
    public final Map<String, Map<Instant, RegisterPoint>> registers = new HashMap<>();
    public final List<IssuedStatement> issued = new ArrayList<>();

    @Override
    public Future<List<Tenancy>> tenancies(String site, LocalDate from, LocalDate to) {
        return Future.succeededFuture(List.copyOf(tenancies));
    }

    @Override
    public Future<Map<String, Map<Instant, RegisterPoint>>> registers(
            String site, Set<String> meters, Set<Instant> at) {
        return Future.succeededFuture(registers);
    }

    @Override
    public Future<Map<String, IssuedStatement>> newest(String site, YearMonth month) {
        Map<String, IssuedStatement> newest = new HashMap<>();
        issued.stream().filter(one -> one.month().equals(month)).forEach(one -> newest.put(one.payer(), one));
        return Future.succeededFuture(newest);
    }

    @Override
    public Future<Optional<IssuedStatement>> version(String site, String payer, YearMonth month, int version) {
        return Future.succeededFuture(issued.stream()
                .filter(one -> one.payer().equals(payer) && one.month().equals(month) && one.version() == version)
                .findFirst());
    }
}
