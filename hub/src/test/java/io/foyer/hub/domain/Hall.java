package io.foyer.hub.domain;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.AccessReason;
import io.foyer.hub.domain.access.AccessState;
import io.foyer.hub.domain.access.Credential;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.DoorActivity;
import io.foyer.hub.domain.access.DoorContact;
import io.foyer.hub.domain.access.Doorkeeper;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.PinAttempts;
import io.foyer.hub.domain.access.Release;
import io.foyer.hub.domain.access.Whereabouts;
import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.occupancy.Occupancy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A house whose doors tell when they open, with people before them; what it leaves to be kept is kept here. */
final class Hall {
    static final SiteDefinition HOUSE = Configuration.read(Path.of("src/test/resources/access"), false)
            .get(0)
            .definition();

    final List<DoorOrder> orders = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    private final List<Object> people = new ArrayList<>();
    SiteDefinition definition = HOUSE;
    Site site;
    Instant now;

    Hall(String local) {
        now = at(local);
        site = fresh();
    }

    /** The site file has other devices from now on. */
    void has(Device... others) {
        Map<String, Device> devices = new LinkedHashMap<>(HOUSE.devices());
        List.of(others).forEach(device -> devices.put(device.id(), device));
        definition = new SiteDefinition(
                HOUSE.site(),
                HOUSE.name(),
                HOUSE.timeZone(),
                HOUSE.currency(),
                HOUSE.zones(),
                HOUSE.doors(),
                devices,
                HOUSE.meters(),
                HOUSE.schedules(),
                HOUSE.plans(),
                HOUSE.access(),
                HOUSE.tariffs(),
                HOUSE.billing(),
                HOUSE.energy());
        keep(site.moveTo(definition, now));
    }

    /** On a Wednesday morning, with four people who may go everywhere. */
    static Hall withPeople() {
        Hall hall = new Hall("2026-11-25T10:00");
        List.of("ann", "bob", "cai", "dan").forEach(member -> hall.joins(member, "all"));
        return hall;
    }

    private Site fresh() {
        return new Site(
                definition,
                new Doorkeeper(definition),
                Occupancy.restored(definition, List.of(), List.of(), List.of(), Instant.EPOCH));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HOUSE.timeZone()).toInstant();
    }

    static String card(String member) {
        return "card of " + member;
    }

    void joins(String member, String plan, String... exempt) {
        joins(member, plan, false, exempt);
    }

    void joins(String member, String plan, boolean startsOnFirstUse, String... exempt) {
        put(new Member(member, member, null, Set.of(exempt)));
        put(new Membership(
                "of " + member,
                member,
                plan,
                LocalDate.parse("2026-11-01"),
                null,
                Membership.MembershipStatus.ACTIVE,
                null,
                null,
                startsOnFirstUse));
        put(new Credential(
                new Credential.CredentialKey(CredentialType.CARD, card(member)), member, false, null, "1234"));
    }

    void suspends(String member) {
        has(member, null, Membership.MembershipStatus.SUSPENDED);
    }

    /** The membership ends with this day. */
    void endsToday(String member) {
        has(member, LocalDate.ofInstant(now, HOUSE.timeZone()), Membership.MembershipStatus.ACTIVE);
    }

    private void has(String member, @Nullable LocalDate until, Membership.MembershipStatus status) {
        put(new Membership("of " + member, member, "all", LocalDate.parse("2026-11-01"), until, status, null, null));
    }

    private void put(Object what) {
        people.add(what);
        put(site, what);
    }

    private static void put(Site to, Object what) {
        if (what instanceof Member member) {
            to.doorkeeper().put(member);
        } else if (what instanceof Membership membership) {
            to.doorkeeper().put(membership);
        } else {
            to.doorkeeper().put((Credential) what);
        }
    }

    void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    AccessReason swipes(String member, String device) {
        return swipes(member, device, null, null, null);
    }

    AccessReason swipes(
            String member, String device, @Nullable String pin, @Nullable Instant at, @Nullable AccessOutcome decided) {
        Message message = new Message.CardSwipe(card(member), CredentialType.CARD, null, pin, decided);
        return hear(device, message, at).stream()
                .filter(Change.AccessRecord.class::isInstance)
                .map(change -> ((Change.AccessRecord) change).event())
                .map(AccessEvent::reason)
                .findFirst()
                .orElseThrow();
    }

    void opens(String device) {
        hear(device, new Message.ContactReport(true), null);
    }

    void closes(String device) {
        hear(device, new Message.ContactReport(false), null);
    }

    List<Change> hear(String device, Message message, @Nullable Instant at) {
        Device from = definition.devices().get(device);
        return keep(site.hear(from, "any", new MessageStamp(null, at, now, false), message, "{}"));
    }

    void ticks() {
        keep(site.tick(now));
    }

    List<Change> keep(Effects effects) {
        orders.addAll(effects.orders());
        changes.addAll(effects.changes());
        return effects.changes();
    }

    String where(String member) {
        return site.doorkeeper().whereabouts(member).zone();
    }

    void comesIn(String member, String device) {
        swipes(member, device);
        opens(device);
        closes(device);
    }

    AccessState state() {
        return site.doorkeeper().accessState();
    }

    /** What the changes that were given to be kept come to, each replacing what it is about. */
    AccessState kept() {
        Map<String, Whereabouts> whereabouts = new HashMap<>();
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Map<String, PinAttempts.WrongPins> attempts = new HashMap<>();
        Map<String, DoorActivity> doors = new HashMap<>();
        Map<List<String>, DoorContact> contacts = new HashMap<>();
        Release release = null;
        for (Change change : changes) {
            if (change instanceof AccessChange.WhereaboutsUpdate are) {
                whereabouts.put(are.whereabouts().person(), are.whereabouts());
            } else if (change instanceof AccessChange.WhereaboutsRemoval gone) {
                whereabouts.remove(gone.person());
            } else if (change instanceof AccessChange.DayUse used) {
                days.computeIfAbsent(used.membership(), id -> new HashSet<>()).add(used.day());
            } else if (change instanceof AccessChange.AttemptsUpdate are) {
                attempts.put(are.count().subject(), are.count());
            } else if (change instanceof AccessChange.DoorActivityUpdate acted) {
                doors.put(acted.activity().door(), acted.activity());
            } else if (change instanceof AccessChange.ContactUpdate is) {
                contacts.put(List.of(is.contact().door(), is.contact().device()), is.contact());
            } else if (change instanceof DoorChange.ReleaseUpdate is) {
                release = is.release();
            }
        }
        attempts.values().removeIf(count -> count.wrong() == 0);
        return new AccessState(
                new HashSet<>(whereabouts.values()),
                days,
                new HashSet<>(attempts.values()),
                new HashSet<>(doors.values()),
                new HashSet<>(contacts.values()),
                release);
    }

    /** The hub dies and starts again from what was kept. */
    void restarts() {
        AccessState kept = kept();
        site = fresh();
        people.forEach(what -> put(site, what));
        site.doors().restore(kept, now);
    }
}
