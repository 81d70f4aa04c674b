package io.foyer.hub.site;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.domain.Site;
import io.foyer.hub.domain.access.Booking;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.DoorState;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.house.Door;
import io.foyer.hub.domain.house.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an act cannot be done as it stands: it names what is not there, or what somebody else has. */
final class Objections {
    private final Site site;
    private final UnderWay underWay;
    private final BookingConflicts conflicts;
    private final Clock clock;

    Objections(Site site, UnderWay underWay, BookingConflicts conflicts, Clock clock) {
        this.site = site;
        this.conflicts = conflicts;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** Null where there is none. */
    @Nullable Reply to(Act act) {
        String missing = missing(act);
        if (missing != null) {
            return new Reply.Missing(missing);
        }
        List<Reply.FieldError> errors = new ArrayList<>();
        if (act instanceof Act.PutCredential put) {
            credential(put.credential(), errors);
        } else if (act instanceof Act.RemoveCredential remove) {
            lookalike(site.doorkeeper().clash(remove.key()), errors);
        } else if (act instanceof Act.PutMembership put) {
            membership(put.membership(), errors);
        } else if (act instanceof Act.PutBooking put) {
            put.booking().members().forEach(member -> member(member, "members", errors));
            zone(put.booking().zone(), errors);
        } else if (act instanceof Act.PutVisit put) {
            member(put.host(), "host", errors);
            named(put.doors(), site.house().doors().keySet(), "doors", errors);
        }
        if (!errors.isEmpty()) {
            return new Reply.Invalid(errors);
        }
        return act instanceof Act.PutBooking put ? conflicts.to(put.booking()) : opening(act);
    }

    private @Nullable String missing(Act act) {
        Doorkeeper keeper = site.doorkeeper();
        if (act instanceof Act.EraseMember erase && !knows(erase.member())) {
            return "member " + erase.member();
        }
        if (act instanceof Act.RemoveCredential remove
                && underWay.credential(remove.key(), keeper) == null
                && keeper.clash(remove.key()) == null) {
            return "credential";
        }
        if (act instanceof Act.RemoveBooking remove) {
            String id = remove.id();
            Booking there = keeper.bookings().get(id);
            return underWay.of(Readying.keyOfBooking(id), Booking.class, there) == null ? "booking " + id : null;
        }
        if (act instanceof Act.RemoveVisit remove) {
            return missingVisit(remove.id());
        }
        if (act instanceof Act.Acknowledge seen && !site.alarms().has(seen.alarm())) {
            return "alarm " + seen.alarm();
        }
        if (act instanceof Act.Unlock unlock) {
            return missingDoor(unlock.door());
        }
        if (act instanceof Act.SetDoor set) {
            return missingDoor(set.door());
        }
        if (act instanceof Act.ResumeDoor resume) {
            return missingDoor(resume.door());
        }
        if (act instanceof Act.CheckIn in) {
            return missingVisit(in.visit());
        }
        return act instanceof Act.CheckOut out ? missingVisit(out.visit()) : null;
    }

    /** What the site file has out of use nobody opens, nor two doors of an interlock at once. */
    private @Nullable Reply opening(Act act) {
        String id = act instanceof Act.Unlock unlock
                ? unlock.door()
                : act instanceof Act.SetDoor set && set.mode() == DoorState.Mode.HELD_OPEN ? set.door() : null;
        Door door = id == null ? null : site.house().doors().get(id);
        if (door == null) {
            return null;
        }
        if (door.mode() == Door.Mode.DISABLED) {
            return new Reply.Conflict("The site file has door " + id + " out of use: set its `mode` to secure first.");
        }
        Door other = act instanceof Act.Unlock ? interlocking(door) : null;
        return other == null
                ? null
                : new Reply.Conflict("Door " + other.id() + " of the same interlock is open or has just been unlocked: "
                        + "wait until it is shut, or hold " + id + " open, which asks nothing.");
    }

    /** Whoever is under way to be a member can be erased already. */
    private boolean knows(String member) {
        return site.doorkeeper().knows(member) || underWay.of(Readying.keyOfMember(member), Member.class, null) != null;
    }

    /** Another door of its interlock that is open, may be opened just now, or is being unlocked by somebody else. */
    private @Nullable Door interlocking(Door door) {
        Door other = site.doorkeeper().interlocking(door, clock.instant());
        return other != null || door.interlock() == null
                ? other
                : underWay.all(Door.class)
                        .filter(coming -> door.interlock().equals(coming.interlock()))
                        .filter(coming -> !coming.id().equals(door.id()))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String missingDoor(String id) {
        return site.house().doors().containsKey(id) ? null : "door " + id;
    }

    private @Nullable String missingVisit(String id) {
        return underWay.visit(id, site.doorkeeper()) == null ? "visit " + id : null;
    }

    private void credential(Credential credential, List<Reply.FieldError> errors) {
        member(credential.member(), "member", errors);
        Credential.Key key = credential.key();
        Credential before = underWay.credential(key, site.doorkeeper());
        if (key.type() == CredentialType.PIN
                && before != null
                && !before.member().equals(credential.member())) {
            errors.add(new Reply.FieldError("value", new Text("请换一个密码", "choose another PIN")));
        }
        if (before == null) {
            lookalike(lookalike(key.lookalikes().stream()), errors);
        }
    }

    /** The first of these that is registered, or under way to that. */
    @Nullable Credential lookalike(Stream<Credential.Key> others) {
        return others.flatMap(other -> Stream.ofNullable(underWay.credential(other, site.doorkeeper())))
                .findFirst()
                .orElse(null);
    }

    private static void lookalike(@Nullable Credential clash, List<Reply.FieldError> errors) {
        if (clash != null) {
            errors.add(new Reply.FieldError("value", lookalike(clash.key().value())));
        }
    }

    static Text lookalike(String other) {
        return new Text(
                "读卡器可能把它认作已登记的 " + other + "，请使用该卡号",
                "a reader might take it for " + other + ", which is registered: use that one, or remove it");
    }

    static Text heldBy(String member) {
        return new Text(
                "已登记给成员 " + member + "：如要改归他人，请先删除该凭证或单独改登记",
                "is registered for member " + member
                        + ": to give it to another one remove it first, or write it singly");
    }

    private void membership(Membership membership, List<Reply.FieldError> errors) {
        member(membership.member(), "member", errors);
        if (!site.house().plans().containsKey(membership.plan())) {
            errors.add(unknown("plan", membership.plan()));
        }
        zone(membership.zone(), errors);
        if (membership.until() != null && membership.until().isBefore(membership.from())) {
            errors.add(new Reply.FieldError("until", new Text("早于开始日期", "is before the first day")));
        }
    }

    private void member(String member, String field, List<Reply.FieldError> errors) {
        if (!site.doorkeeper().knows(member)) {
            errors.add(unknown(field, member));
        }
    }

    private void zone(@Nullable String zone, List<Reply.FieldError> errors) {
        if (zone != null && !site.house().zones().containsKey(zone)) {
            errors.add(unknown("zone", zone));
        }
    }

    private static void named(
            Collection<String> ids, Collection<String> known, String field, List<Reply.FieldError> errors) {
        ids.stream().filter(id -> !known.contains(id)).sorted().forEach(id -> errors.add(unknown(field, id)));
    }

    private static Reply.FieldError unknown(String field, String id) {
        return new Reply.FieldError(field, new Text("不存在：" + id, id + " is not there"));
    }
}
