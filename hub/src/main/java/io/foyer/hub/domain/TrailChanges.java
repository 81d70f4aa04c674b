package io.foyer.hub.domain;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;

/** Takes the changes of the trail, with one method for each kind of change. */
public interface TrailChanges {
    void heard(Change.MessageRecord message);

    void decided(AccessEvent event);

    void alarm(Alarm alarm);

    void letter(Change.DeadLetter letter);

    void audited(Change.AuditRecord act);
}
