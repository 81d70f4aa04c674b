package io.foyer.hub.domain.energy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The repairs of one meter, in the order in which people made them. No two of them overlap. */
public record Repairs(List<Repair> all) {
    public static final Repairs NONE = new Repairs(List.of());

    /** So many repairs a meter may have. */
    public static final int MOST = 1_000;

    public Repairs {
        all = List.copyOf(all);
    }

    public Repairs with(Repair repair) {
        return new Repairs(Stream.concat(all.stream(), Stream.of(repair)).toList());
    }

    public Repairs without(Repair repair) {
        return new Repairs(
                all.stream().filter(each -> !each.id().equals(repair.id())).toList());
    }

    public Optional<Repair> repair(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** A repair that has a moment of this time, if there is one. */
    public Optional<Repair> at(Instant begin, Instant end) {
        return all.stream().filter(each -> each.overlaps(begin, end)).findFirst();
    }

    /** What the repairs say about the time from one instant to another. */
    long quantity(Instant begin, Instant end) {
        return all.stream().mapToLong(each -> each.quantity(begin, end)).sum();
    }
}
