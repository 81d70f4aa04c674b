package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people who are on the site by their swipes. Somebody calls out this list at the assembly point. */
public final class Muster {
    private Muster() {}

    /**
     * Somebody who is on the site.
     *
     * @param member the member's id, or null for a visitor
     * @param visit the visit's id, or null for a member
     * @param since when the person passed the door to that zone
     */
    public record MusterEntry(
            @Nullable String member, @Nullable String visit, String name, String zone, Instant since) {}

    /**
     * The list by zone, in the order of the site file, and then by name. People whom the nightly reset has forgiven are
     * on the list too: one name too many is better than one too few.
     */
    public static List<MusterEntry> of(Doorkeeper keeper) {
        List<String> zones = List.copyOf(keeper.definition().zones().keySet());
        return keeper.presence().all().stream()
                .filter(of -> !of.isUnseen() && !of.zone().equals(Zone.OUTSIDE))
                .map(of -> present(keeper, of))
                .sorted(Comparator.<MusterEntry>comparingInt(one -> zones.indexOf(one.zone))
                        .thenComparing(MusterEntry::name)
                        .thenComparing(MusterEntry::since))
                .toList();
    }

    private static MusterEntry present(Doorkeeper keeper, Whereabouts of) {
        if (!of.person().startsWith(Visit.PERSON)) {
            Member member = keeper.members().member(of.person());
            return new MusterEntry(
                    of.person(), null, member == null ? of.person() : member.name(), of.zone(), of.since());
        }
        String id = of.person().substring(Visit.PERSON.length());
        Visit visit = keeper.visit(id);
        return new MusterEntry(null, id, visit == null ? id : visit.visitor(), of.zone(), of.since());
    }
}
