package io.foyer.hub.web.api;

import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.flow.EnergyFlow;
import io.foyer.hub.domain.flow.MeterTotal;
import io.foyer.hub.domain.flow.MeterTree;
import io.foyer.hub.site.Archive;
import io.foyer.hub.web.wire.FlowEntry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The endpoint for where a medium went. */
final class FlowEndpoints {
    private static final int LONGEST_DAYS = 400;

    private final Archive archive;

    FlowEndpoints(Archive archive) {
        this.archive = archive;
    }

    List<Endpoint> endpoints() {
        return List.of(Operation.ofSite(
                        HttpMethod.GET,
                        "/energy/flow",
                        Roles.ENERGY,
                        "energy",
                        "Where a medium went: from the main meters to floors and on to systems")
                .describedAs(
                        "The parts of a node add up to the node. The flow has the quarter-hours that begin in the range. A range"
                                + " is 400 days at most.")
                .takes(
                        Parameter.oneOf("medium", "The medium; the default is electricity", Medium.values()),
                        TimeRange.FROM,
                        TimeRange.TO)
                .answers(FlowEntry.class)
                .handledBy(this::flow));
    }

    private Future<ApiAnswer> flow(ApiCall call) {
        Medium medium = EnergyQuery.medium(call);
        TimeRange range = TimeRange.of(call, LONGEST_DAYS, "flow");
        MeterTree tree = new MeterTree(call.definition(), medium);
        return call.answer(() -> StoreFault.of(
                        archive.quarters(call.site(), tree.ids(), range.from(), range.to(), MeterTotal.byMeter()))
                .map(totals -> ApiAnswer.ok(FlowEntry.of(EnergyFlow.of(tree, totals), medium))));
    }
}
