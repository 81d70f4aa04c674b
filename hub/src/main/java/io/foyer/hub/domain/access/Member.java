package io.foyer.hub.domain.access;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person who may come in. {@code exempt} names the rules that do not bind them. */
public record Member(String id, String name, @Nullable String company, Set<String> exempt) {
    public Member {
        exempt = Set.copyOf(exempt);
    }

    /** What this one and another of the same id both may; named as this one. Between two teams they are in none. */
    public Member and(Member other) {
        Set<String> common = new HashSet<>(exempt);
        common.retainAll(other.exempt);
        return new Member(id, name, Objects.equals(company, other.company) ? company : null, common);
    }
}
