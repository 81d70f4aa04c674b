package io.foyer.hub.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Meter.Medium;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.flow.EnergyFlow.FlowLink;
import io.foyer.hub.domain.flow.EnergyFlow.FlowNode;
import io.foyer.hub.domain.flow.RestCause.RestFault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house of the demo: main, three floors with their own meters below, and a plant that serves all of them. */
class EnergyFlowTest {
    private static final SiteDefinition HOUSE = Configuration.read(Path.of("../config"), false).stream()
            .map(site -> site.definition())
            .filter(site -> site.site().equals("harbour"))
            .findFirst()
            .orElseThrow();
    private static final MeterTree TREE = new MeterTree(HOUSE, Medium.ELECTRICITY);
    private static final List<String> METERS = TREE.ids().stream().sorted().toList();

    @Property
    void the_parts_of_every_node_add_up_to_it_whatever_the_meters_say(
            @ForAll @Size(25) List<@LongRange(max = 1_000_000_000L) Long> said,
            @ForAll Set<@LongRange(max = 24) Long> silent) {
        Map<String, MeterTotal> totals = new HashMap<>();
        for (int i = 0; i < METERS.size(); i++) {
            if (METERS.get(i).equals("main") || !silent.contains((long) i)) {
                totals.put(METERS.get(i), new MeterTotal(said.get(i), 4));
            }
        }
        EnergyFlow flow = EnergyFlow.of(TREE, totals);

        assertThat(value(flow, "meter:main")).isEqualTo(totals.get("main").quantity());
        for (FlowNode node : flow.nodes()) {
            long in = flow.links().stream()
                    .filter(link -> link.target().equals(node.id()))
                    .mapToLong(FlowLink::value)
                    .sum();
            long out = flow.links().stream()
                    .filter(link -> link.source().equals(node.id()))
                    .mapToLong(FlowLink::value)
                    .sum();
            if (!node.id().equals("meter:main")) {
                assertThat(in).as("into " + node).isEqualTo(node.value());
            }
            if (flow.links().stream().anyMatch(link -> link.source().equals(node.id()))) {
                assertThat(out).as("out of " + node).isEqualTo(node.value());
            }
            assertThat(node.cause() != null)
                    .as("a cause of " + node)
                    .isEqualTo(node.id().startsWith("rest:") && node.value() < 0);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what a faulty meter says of 1,000 in which the floors have 300 each, the plant 60 and nobody else 40
            main,      1000, 4,                         ,         , rest:main,    40
            f1-main,  300000, 4, WRONG_UNIT,     f1-main, rest:main, -299660
            main,       900, 3, LATE_METER,         main, rest:main,   -60
            main,       955, 4, READING_TIMES,      main, rest:main,    -5
            main,       800, 4, UNKNOWN,            main, rest:main,  -160
            """)
    void a_negative_rest_names_its_cause(
            String meter, long said, int quarters, RestFault kind, String blamed, String rest, long value) {
        Map<String, MeterTotal> totals = new HashMap<>(Map.of(
                "main", new MeterTotal(1000, 4),
                "f1-main", new MeterTotal(300, 4),
                "f2-main", new MeterTotal(300, 4),
                "f3-main", new MeterTotal(300, 4),
                "plant", new MeterTotal(60, 4)));
        totals.put(meter, new MeterTotal(said, quarters));

        FlowNode node = EnergyFlow.of(TREE, totals).nodes().stream()
                .filter(one -> one.id().equals(rest))
                .findFirst()
                .orElseThrow();

        assertThat(node.value()).isEqualTo(value);
        assertThat(node.cause() == null ? null : node.cause().kind()).isEqualTo(kind);
        assertThat(node.cause() == null ? null : node.cause().meter()).isEqualTo(blamed);
    }

    @Test
    void a_meter_below_the_wrong_one_is_named() {
        MeterTree tree = new MeterTree(moved("f3-light", "f1-main"), Medium.ELECTRICITY);

        RestCause cause = causeOf(tree, Map.of("f1-main", 300L, "f1-hvac", 250L, "f3-light", 100L));

        assertThat(cause.kind()).isEqualTo(RestFault.WRONG_PARENT);
        assertThat(cause.meter()).isEqualTo("f3-light");
        assertThat(cause.text().en()).startsWith("Floor 3 lighting: ");
    }

    @Test
    void a_meter_that_people_read_is_not_late_but_to_be_read() {
        MeterTree tree = new MeterTree(house(HOUSE.meters(), Map.of()), Medium.ELECTRICITY);
        Map<String, MeterTotal> totals = Map.of("main", new MeterTotal(100, 1), "f1-main", new MeterTotal(300, 4));

        assertThat(EnergyFlow.of(tree, totals).nodes())
                .filteredOn(node -> node.id().equals("rest:main"))
                .extracting(node -> node.cause().kind())
                .containsExactly(RestFault.HAND_READ);
    }

    @Test
    void a_meter_whose_use_its_neighbour_has_already_is_named() {
        RestCause cause = causeOf(TREE, Map.of("f1-main", 300L, "f1-sockets", 290L, "event-power", 150L));

        assertThat(cause.kind()).isEqualTo(RestFault.COUNTED_TWICE);
        assertThat(cause.meter()).isEqualTo("event-power");
    }

    private static RestCause causeOf(MeterTree tree, Map<String, Long> said) {
        Map<String, MeterTotal> totals = new HashMap<>();
        said.forEach((meter, quantity) -> totals.put(meter, new MeterTotal(quantity, 4)));
        return EnergyFlow.of(tree, totals).nodes().stream()
                .map(FlowNode::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** The house with a meter below another one. */
    private static SiteDefinition moved(String meter, String below) {
        Map<String, Meter> meters = new LinkedHashMap<>(HOUSE.meters());
        meters.computeIfPresent(
                meter,
                (id, was) -> new Meter(
                        id,
                        was.medium(),
                        below,
                        was.zone(),
                        was.system(),
                        was.name(),
                        was.maxPowerW(),
                        was.registerMax()));
        return house(meters, HOUSE.devices());
    }

    private static SiteDefinition house(Map<String, Meter> meters, Map<String, Device> devices) {
        return new SiteDefinition(
                HOUSE.site(),
                HOUSE.name(),
                HOUSE.timeZone(),
                HOUSE.currency(),
                HOUSE.zones(),
                HOUSE.doors(),
                devices,
                meters,
                HOUSE.schedules(),
                HOUSE.plans());
    }

    private static long value(EnergyFlow flow, String id) {
        return flow.nodes().stream()
                .filter(node -> node.id().equals(id))
                .mapToLong(FlowNode::value)
                .sum();
    }
}
