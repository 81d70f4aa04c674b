package io.foyer.hub.domain.access;

import io.foyer.hub.config.Configuration;
import io.foyer.hub.domain.Effects;
import io.foyer.hub.domain.access.Whereabouts.UnusedGrant;
import io.foyer.hub.domain.definition.Direction;
import io.foyer.hub.domain.definition.SiteDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The house of the decision table, with Ann before one of its doors, and the words in which the table tells what is so. */
final class Corner {
    static final SiteDefinition HOUSE = Configuration.read(Path.of("src/test/resources/decisions"), false)
            .get(0)
            .definition();
    static final String CARD = "04A2B3C4";
    private static final ZoneId ZONE = HOUSE.timeZone();

    final Doorkeeper keeper = new Doorkeeper(HOUSE);
    private final Passages passages = new Passages(keeper);
    private final String door;
    private final Instant at;
    private Credential card =
            new Credential(Credential.CredentialKey.of(CredentialType.CARD, CARD), "ann", false, null);
    private Member ann = new Member("ann", "Ann", "acme", Set.of());
    private @Nullable Membership own;
    private Credential.CredentialKey shown = new Credential.CredentialKey(CredentialType.CARD, CARD);
    private @Nullable String pin;
    private long age;

    Corner(String door, String at) {
        this.door = door;
        this.at = instant(at);
        keeper.put(card);
        keeper.put(ann);
        keeper.put(new Member("bob", "Bob", null, Set.of()));
    }

    static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static Membership membership(String id, String plan, String from, @Nullable String until, String status) {
        return new Membership(
                id,
                "ann",
                plan,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                Membership.MembershipStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                null,
                null);
    }

    void holds(Membership membership) {
        own = membership;
        keeper.put(membership);
    }

    AccessRequest request(Direction direction) {
        return new AccessRequest(
                HOUSE.doors().get(door),
                direction,
                shown,
                pin,
                at,
                LocalDateTime.ofInstant(at, ZONE),
                Duration.ofSeconds(age));
    }

    /** One fact of the column {@code and}. */
    void is(String fact) {
        Matcher words = Pattern.compile("(.*?)(?: (?:since|until|at) (\\S+))?").matcher(fact);
        if (!words.matches()) {
            throw new IllegalArgumentException(fact);
        }
        String what = words.group(1);
        Instant when = words.group(2) == null || words.group(2).length() < 6 ? null : instant(words.group(2));
        String[] each = what.split(" ");
        switch (each[0]) {
            case "age" -> age = Long.parseLong(each[1]);
            case "card" -> card(each.length == 1 ? "until" : each[1], when);
            case "has" -> put(new Credential(card.key(), "ann", card.blocked(), card.until(), each[2]));
            case "pin" -> pin = each[1];
            case "shows" ->
                shown = each[1].equals("pin")
                        ? new Credential.CredentialKey(CredentialType.PIN, each[2])
                        : new Credential.CredentialKey(CredentialType.CARD, each[1]);
            case "wrong" -> attempts(PinAttempts.credential(card.key()), each[2], when);
            case "door" -> door(each, fact);
            case "lockdown" -> keeper.lockDown(new Lockdown(at, "desk", "drill"));
            case "release" -> keeper.release(new Release(at, "desk", "drill"));
            case "and" -> keeper.put(membership("other", each[1], each[2], null, "active"));
            case "starts" -> begins(true, null);
            case "zone" -> begins(false, each[1]);
            case "used" -> used(each);
            case "booked" -> book(each[1], each[3]);
            case "exempt" -> put(new Member("ann", "Ann", "acme", Set.of(each[1])));
            case "trap-2" -> trap(each[1], when);
            case "in" -> whereabouts("ann", each[1], when);
            case "forgiven" -> keeper.presence().put(keeper.whereabouts("ann").forgive());
            case "the", "another" -> team(each);
            default -> crowd(each, when);
        }
    }

    private void card(String what, @Nullable Instant when) {
        switch (what) {
            case "gone" -> keeper.remove(card.key());
            case "blocked" -> put(new Credential(card.key(), "ann", true, card.until(), card.pin()));
            default -> put(new Credential(card.key(), "ann", card.blocked(), when, card.pin()));
        }
    }

    private void put(Credential changed) {
        card = changed;
        keeper.put(changed);
    }

    private void put(Member changed) {
        ann = changed;
        keeper.put(changed);
    }

    private void attempts(String subject, String wrong, @Nullable Instant when) {
        keeper.attempts()
                .put(new PinAttempts.WrongPins(
                        subject, Integer.parseInt(wrong), when == null ? at.minusSeconds(60) : when));
    }

    private void door(String[] each, String fact) {
        switch (each[1]) {
            case "pins" -> attempts(PinAttempts.door(fact.endsWith(" at front") ? "front" : door), each[2], null);
            case "locked" ->
                keeper.put(new DoorOverride(door, DoorOverride.OverrideMode.LOCKED, at, null, "desk", "drill"));
            default ->
                keeper.put(new DoorOverride(door, DoorOverride.OverrideMode.HELD_OPEN, at, null, "desk", "drill"));
        }
    }

    private void begins(boolean onFirstUse, @Nullable String zone) {
        Membership before = Objects.requireNonNull(own);
        holds(new Membership(
                before.id(),
                before.member(),
                before.plan(),
                before.from(),
                before.until(),
                before.status(),
                zone,
                null,
                onFirstUse));
    }

    private void used(String[] each) {
        if (each.length == 2) {
            keeper.daysUsed().add("m", LocalDate.parse(each[1]));
        } else {
            LocalDate first = LocalDate.parse("2026-11-01");
            first.datesUntil(first.plusDays(Long.parseLong(each[1])))
                    .forEach(day -> keeper.daysUsed().add("m", day));
        }
    }

    private void book(String zone, String member) {
        Instant from = instant("2026-11-25T10:00");
        keeper.put(Booking.once(zone + member, zone, null, Set.of(member), from, from.plusSeconds(3600)));
    }

    private void trap(String what, @Nullable Instant when) {
        if (what.equals("open")) {
            passages.told(
                    HOUSE.doors().get("trap-2"), DoorContact.told("trap-2", "trap-2-ctl", true, at, at), new Effects());
        } else {
            keeper.doors().put(DoorActivity.none("trap-2").grantedUntil(when));
        }
    }

    private void whereabouts(String person, String zone, @Nullable Instant since) {
        keeper.presence().put(Whereabouts.unknown(person).in(zone, since == null ? at.minusSeconds(3600) : since));
    }

    private void team(String[] each) {
        String company = each[0].equals("the") ? "acme" : "other";
        keeper.put(new Member("boss", "Boss", company, Set.of()));
        keeper.put(new Membership(
                "team",
                "boss",
                each[3],
                LocalDate.parse("2026-11-01"),
                null,
                Membership.MembershipStatus.ACTIVE,
                "office",
                company));
    }

    private void crowd(String[] each, @Nullable Instant when) {
        for (int i = 0; i < Integer.parseInt(each[0]); i++) {
            String person = each[1] + i;
            if (each[1].equals("granted")) {
                UnusedGrant grant = new UnusedGrant("gallery", "gallery", Objects.requireNonNull(when), null);
                keeper.presence().put(Whereabouts.unknown(person).with(grant));
                continue;
            }
            keeper.put(new Member(person, person, each[1].equals("colleagues") ? "acme" : null, Set.of()));
            whereabouts(person, each[3], null);
        }
    }
}
