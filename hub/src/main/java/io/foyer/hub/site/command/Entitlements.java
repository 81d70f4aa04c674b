package io.foyer.hub.site.command;

import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Visit;

/**
 * Brings into memory what members are entitled to. A member may have been erased while a command was on its way to the
 * store: that member gets nothing.
 */
record Entitlements(Doorkeeper keeper) {

    void put(Membership membership) {
        if (keeper.knows(membership.member())) {
            keeper.put(membership);
        }
    }

    void put(Credential credential) {
        if (keeper.knows(credential.member())) {
            keeper.put(credential);
        }
    }

    void put(Visit visit) {
        if (keeper.knows(visit.host())) {
            keeper.put(visit);
        }
    }

    /** The booking stays with those of its members who are known. */
    void put(Booking booking) {
        Booking rest = booking;
        for (String member : booking.members()) {
            rest = rest == null || keeper.knows(member) ? rest : rest.without(member);
        }
        if (rest != null) {
            keeper.put(rest);
        }
    }
}
