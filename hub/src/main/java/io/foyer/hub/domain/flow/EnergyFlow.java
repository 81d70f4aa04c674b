package io.foyer.hub.domain.flow;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Meter;
import io.foyer.hub.domain.definition.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a medium went in a stretch of time: from main meters to floors, or to the meters that serve the house, and on to
 * systems. What flows into a node flows out of it to the last unit, unless the node is an end. What no meter below has
 * seen is a node of its own and never spread. Such a rest is negative where the meters below show more, and then has a
 * cause.
 */
public record EnergyFlow(List<FlowNode> nodes, List<FlowLink> links) {
    public EnergyFlow {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /**
     * Something through which the medium flows.
     *
     * @param value mWh, ml or bytes
     * @param cause why a rest is negative
     */
    public record FlowNode(
            String id,
            BilingualText name,
            long value,
            @Nullable RestCause cause) {}

    /**
     * What flows from one node to the next.
     *
     * @param value mWh, ml or bytes
     */
    public record FlowLink(String source, String target, long value) {}

    /** The flow of the meters with a total; a meter that told nothing is in the rest of the meter above. */
    public static EnergyFlow of(MeterTree tree, Map<String, MeterTotal> totals) {
        Course course = new Course(tree, totals);
        for (Meter root : tree.roots()) {
            course.follow(root, List.of(meter(root)));
        }
        return new EnergyFlow(List.copyOf(course.nodes.values()), List.copyOf(course.links.values()));
    }

    private record Station(String id, BilingualText name) {}

    private static Station meter(Meter meter) {
        return new Station("meter:" + meter.id(), meter.title());
    }

    /** Adds up what passes each node and link while the tree is followed. */
    private static final class Course {
        private final MeterTree tree;
        private final Map<String, MeterTotal> totals;
        private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
        private final Map<List<String>, FlowLink> links = new LinkedHashMap<>();

        Course(MeterTree tree, Map<String, MeterTotal> totals) {
            this.tree = tree;
            this.totals = totals;
        }

        /** @param way from the main meter to the meter's place */
        void follow(Meter meter, List<Station> way) {
            List<Meter> below = tree.below(meter);
            MeterTotal total = totals.get(meter.id());
            if (below.isEmpty()) {
                if (total != null) {
                    end(meter, total.quantity(), way);
                }
                return;
            }
            below.forEach(one -> follow(one, way.size() > 1 ? way : place(one, way)));
            if (total != null) {
                rest(meter, below, total.quantity(), way);
            }
        }

        private List<Station> place(Meter meter, List<Station> way) {
            Zone floor = tree.floor(meter);
            return with(way, floor == null ? meter(meter) : new Station("zone:" + floor.id(), floor.name()));
        }

        private void end(Meter meter, long quantity, List<Station> way) {
            String system = meter.system();
            add(
                    system == null ? way : with(way, new Station("system:" + system, BilingualText.of(system))),
                    quantity,
                    null);
        }

        private void rest(Meter meter, List<Meter> below, long total, List<Station> way) {
            long rest = total - below.stream().mapToLong(this::seen).sum();
            if (rest != 0) {
                BilingualText name = new BilingualText(
                        meter.title().zh() + "未分表",
                        "Unmetered, " + meter.title().en());
                RestCause cause = rest < 0 ? new RestCheck(tree, totals).cause(meter, below, rest) : null;
                add(with(way, new Station("rest:" + meter.id(), name)), rest, cause);
            }
        }

        /** What a meter and the meters below account for: the meter's own total, else what is known below. */
        private long seen(Meter meter) {
            MeterTotal total = totals.get(meter.id());
            return total != null
                    ? total.quantity()
                    : tree.below(meter).stream().mapToLong(this::seen).sum();
        }

        private void add(List<Station> way, long quantity, @Nullable RestCause cause) {
            for (int i = 0; i < way.size(); i++) {
                Station at = way.get(i);
                RestCause own = i == way.size() - 1 ? cause : null;
                nodes.merge(
                        at.id(),
                        new FlowNode(at.id(), at.name(), quantity, own),
                        (a, b) -> new FlowNode(a.id(), a.name(), a.value() + b.value(), a.cause()));
                if (i > 0) {
                    links.merge(
                            List.of(way.get(i - 1).id(), at.id()),
                            new FlowLink(way.get(i - 1).id(), at.id(), quantity),
                            (a, b) -> new FlowLink(a.source(), a.target(), a.value() + b.value()));
                }
            }
        }

        private static List<Station> with(List<Station> way, Station next) {
            List<Station> longer = new ArrayList<>(way);
            longer.add(next);
            return longer;
        }
    }
}
