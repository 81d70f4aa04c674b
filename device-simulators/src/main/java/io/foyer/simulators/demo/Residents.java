package io.foyer.simulators.demo;

import io.foyer.simulators.api.Api;
import io.foyer.simulators.day.Meeting;
import io.foyer.simulators.day.Member;
import io.foyer.simulators.sense.Days;
import io.foyer.simulators.setting.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Brings the people of the simulation to the hub through its API: members, cards, memberships, and what they have booked.
 * What the hub knows already is left as it is, so that an administrator's change outlives a restart.
 */
final class Residents {
    private static final int AT_ONCE = 12;
    private static final int DAYS_BOOKED = 5;
    private static final int NOT_BUILT = 404;

    private final Api api;
    private final String site;
    private final ZoneId timeZone;
    private final Days days;

    Residents(Api api, String site, ZoneId timeZone, Days days) {
        this.api = api;
        this.site = "/sites/" + site;
        this.timeZone = timeZone;
        this.days = days;
    }

    /** Whoever is missing, and the passes that have begun since. */
    void moveIn(LocalDate today) {
        Set<String> known = memberships();
        Set<String> peopleKnown = new HashSet<>();
        known.forEach(id -> peopleKnown.add(id.replaceFirst("^p(\\d+)-.*", "m-$1")));
        List<Member> members = days.members();
        each(
                members.stream()
                        .filter(member -> !peopleKnown.contains(member.id()))
                        .toList(),
                this::person);
        // The membership comes last: who has one has all else.
        each(
                members.stream()
                        .filter(member -> !known.contains(membership(member, today)))
                        .toList(),
                member -> membership(member, membership(member, today), today));
    }

    private void person(Member member) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", member.name());
        if (member.company() != null) {
            person.put("company", member.company());
        }
        put("/members/" + member.id(), person);
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("member", member.id());
        card.put("status", "active");
        put("/credentials/card/" + member.card(), card);
    }

    private void membership(Member member, String id, LocalDate today) {
        Map<String, Object> membership = new LinkedHashMap<>();
        membership.put("member", member.id());
        membership.put("plan", member.plan());
        membership.put("from", begins(member, today).toString());
        membership.put("status", "active");
        if (member.zone() != null) {
            membership.put("zone", member.zone());
        }
        if (member.company() != null) {
            membership.put("company", member.company());
        }
        put("/memberships/" + id, membership);
    }

    /** One a pass: the next one is another membership. */
    private static String membership(Member member, LocalDate today) {
        return "p" + member.id().substring(2) + "-"
                + begins(member, today).toString().replace("-", "");
    }

    private static LocalDate begins(Member member, LocalDate today) {
        return switch (member.plan()) {
            case "day" -> today;
            case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month", "summer" -> today.withDayOfMonth(1);
            case "quarter" -> today.with(IsoFields.DAY_OF_QUARTER, 1);
            default -> today.withDayOfYear(1);
        };
    }

    private Set<String> memberships() {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            Api.Answer answer =
                    api.get(site + "/memberships?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            answer.body().path("items").forEach(item -> ids.add(item.path("id").asText()));
            cursor = answer.body().path("cursor").asText("");
        } while (!cursor.isEmpty());
        return ids;
    }

    /** The meetings of the next days. */
    void book(LocalDate today) {
        for (LocalDate date = today; date.isBefore(today.plusDays(DAYS_BOOKED)); date = date.plusDays(1)) {
            List<Meeting> meetings = days.plan(date).meetings();
            LocalDate day = date;
            if (!meetings.isEmpty()) {
                String last =
                        site + "/bookings/" + meetings.get(meetings.size() - 1).id();
                if (api.get(last).status() == NOT_BUILT) {
                    each(meetings, meeting -> put("/bookings/" + meeting.id(), booking(meeting, day)));
                }
            }
        }
    }

    private Map<String, Object> booking(Meeting meeting, LocalDate date) {
        return Map.of(
                "zone", meeting.zone(),
                "members", meeting.members().stream().map(Member::id).toList(),
                "from", at(date, meeting.from()),
                "until", at(date, meeting.until()));
    }

    private String at(LocalDate date, int second) {
        return date.atStartOfDay(timeZone)
                .plusSeconds(second)
                .toOffsetDateTime()
                .toString();
    }

    private void put(String path, Map<String, Object> body) {
        Api.Answer answer = api.put(site + path, body);
        boolean notYet = answer.status() == NOT_BUILT && (path.startsWith("/bookings/") || path.startsWith("/visits/"));
        if (!answer.isOk() && !notYet) {
            throw new Refusal("demo: the hub refuses " + path + " (status " + answer.status() + "): " + answer.body());
        }
    }

    private static <T> void each(List<T> things, Consumer<T> work) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            things.forEach(thing -> all.add(workers.submit(() -> work.accept(thing))));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("Stopped.");
        } finally {
            workers.shutdownNow();
        }
    }
}
