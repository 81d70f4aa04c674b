package io.foyer.hub.domain.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person who may come in. {@code exempt} names the rules that do not bind them. */
public record Member(String id, String name, @Nullable String company, Set<String> exempt) {
    public Member {
        exempt = Set.copyOf(exempt);
    }
}
