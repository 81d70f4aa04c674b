package io.foyer.hub.domain.access;

import io.foyer.hub.domain.definition.Zone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on the site by their swipes: the list that is called out at the assembly point. */
public final class Muster {
    private Muster() {}

    /**
     * Somebody who is in.
     *
     * @param member their id, or null where it is a visitor
     * @param visit the visit's id, or null where it is a member
     * @param since when they passed the door of that zone
     */
    public record MusterEntry(
            @Nullable String member, @Nullable String visit, String name, String zone, Instant since) {}

    /**
     * By zone as the site file has them, then by name. Whom the nightly reset has forgiven is there too: better one name
     * too many than one too few.
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
