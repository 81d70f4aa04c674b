package io.foyer.hub.web.wire;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.flow.EnergyFlow;
import io.foyer.hub.domain.flow.RestCause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a medium went, from the main meters on. */
public record FlowEntry(List<Node> nodes, List<Link> links) {

    public record Node(
            @Schema(
                    description =
                            "meter:ID, zone:ID, system:NAME, or rest:ID for the part of a meter that no meter below it has measured")
            String id,

            BilingualText name,

            @Schema(description = "kWh, m³ or bytes; a rest is negative where the meters below show more")
            BigDecimal value,

            @Schema(description = "Why a rest is negative") @Nullable Cause cause) {}

    public record Link(String source, String target, BigDecimal value) {}

    public record Cause(
            RestCause.RestFault kind,

            @Schema(description = "The meter to look at first")
            String meter,

            BilingualText text) {}

    public static FlowEntry of(EnergyFlow flow, Medium medium) {
        return new FlowEntry(
                flow.nodes().stream().map(node -> node(node, medium)).toList(),
                flow.links().stream()
                        .map(link -> new Link(link.source(), link.target(), medium.decimal(link.value())))
                        .toList());
    }

    private static Node node(EnergyFlow.FlowNode node, Medium medium) {
        RestCause cause = node.cause();
        return new Node(
                node.id(),
                node.name(),
                medium.decimal(node.value()),
                cause == null ? null : new Cause(cause.kind(), cause.meter(), cause.text()));
    }
}
