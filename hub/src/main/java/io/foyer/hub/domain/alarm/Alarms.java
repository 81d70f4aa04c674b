package io.foyer.hub.domain.alarm;

import io.foyer.hub.domain.alarm.Alarm.AlarmKind;
import io.foyer.hub.domain.definition.BilingualText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of a site. A cause that happens or begins again at the same subject belongs to the same alarm until a person
 * has acknowledged it and it has ended. Memory holds 1,000 alarms and forgets first those that are over, and then the
 * oldest. The store has all.
 */
public final class Alarms {
    public static final int KNOWN = 1_000;

    private final Map<String, Alarm> byId = new LinkedHashMap<>();

    private final Map<AlarmCause, String> open = new LinkedHashMap<>();

    private record AlarmCause(AlarmKind kind, String subject) {}

    /** A cause happened at an instant. Returns its alarm as it is now. */
    public Alarm happened(AlarmKind kind, String subject, Instant at) {
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        String known = open.get(new AlarmCause(kind, subject));
        Alarm before = known == null ? null : byId.get(known);
        Alarm now = before == null ? new Alarm(kind, subject, when, when, null) : before.until(when);
        put(now);
        return now;
    }

    /** A cause happened at an instant, and this was seen of it. Returns its alarm as it is now. */
    public Alarm happened(AlarmKind kind, String subject, Instant at, BilingualText evidence) {
        Alarm now = happened(kind, subject, at);
        Alarm told = now.until(at.truncatedTo(ChronoUnit.MILLIS), evidence);
        put(told);
        return told;
    }

    /** A cause has begun and goes on, or goes on with other evidence. Returns its alarm as it is now. */
    public Alarm began(AlarmKind kind, String subject, Instant since, BilingualText evidence) {
        String known = open.get(new AlarmCause(kind, subject));
        Alarm before = known == null ? null : byId.get(known);
        Alarm now = (before == null
                        ? new Alarm(kind, subject, since.truncatedTo(ChronoUnit.MILLIS), null, null)
                        : before)
                .goesOn(evidence);
        put(now);
        return now;
    }

    /** A cause that had begun is over. Returns its alarm as it is now; null where nobody knows of it. */
    public @Nullable Alarm ended(AlarmKind kind, String subject, Instant at) {
        String known = open.get(new AlarmCause(kind, subject));
        Alarm before = known == null ? null : byId.get(known);
        if (before == null) {
            return null;
        }
        Alarm now = before.until(at.truncatedTo(ChronoUnit.MILLIS));
        put(now);
        return now;
    }

    /**
     * Acknowledges an alarm. The first person who acknowledges it stays in the alarm. Null where there is no such
     * alarm.
     */
    public @Nullable Alarm acknowledge(String id, String by) {
        Alarm before = byId.get(id);
        if (before == null || before.isAcknowledged()) {
            return before;
        }
        Alarm now = before.acknowledgedBy(by);
        put(now);
        return now;
    }

    public boolean has(String id) {
        return byId.containsKey(id);
    }

    public void put(Alarm alarm) {
        AlarmCause cause = new AlarmCause(alarm.kind(), alarm.subject());
        byId.put(alarm.id(), alarm);
        if (alarm.isOver()) {
            open.remove(cause, alarm.id());
        } else {
            open.put(cause, alarm.id());
        }
        if (byId.size() > KNOWN) {
            Alarm oldest = byId.values().stream()
                    .filter(Alarm::isOver)
                    .findFirst()
                    .orElseGet(() -> byId.values().iterator().next());
            byId.remove(oldest.id());
            open.remove(new AlarmCause(oldest.kind(), oldest.subject()), oldest.id());
        }
    }

    /** The subjects of the alarms of a kind that go on, oldest first. */
    public List<String> goingOn(AlarmKind kind) {
        return all().stream()
                .filter(alarm -> alarm.kind() == kind && alarm.until() == null)
                .map(Alarm::subject)
                .toList();
    }

    /** The alarms, oldest first. */
    public Collection<Alarm> all() {
        return byId.values();
    }
}
