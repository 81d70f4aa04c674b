package io.foyer.hub.domain.access;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person who may come in. {@code exempt} names the rules that do not bind this person. */
public record Member(String id, String name, @Nullable String company, Set<String> exempt) {
    public Member {
        exempt = Set.copyOf(exempt);
    }

    /**
     * The rights that this member and another version of the same member both have, under this name. A member who
     * changes teams belongs to neither team in between.
     */
    public Member and(Member other) {
        Set<String> common = new HashSet<>(exempt);
        common.retainAll(other.exempt);
        return new Member(id, name, Objects.equals(company, other.company) ? company : null, common);
    }
}
