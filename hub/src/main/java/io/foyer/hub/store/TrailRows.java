package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.TrailChanges;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.Code;
import io.foyer.hub.store.KeyRegistry.SiteKeys;
import org.jspecify.annotations.Nullable;

/** Writes the trail of a site: messages, decisions, alarms, dead letters and acts of people. */
final class TrailRows implements TrailChanges {
    private final SiteKeys keys;
    private final BatchRows rows;

    TrailRows(SiteKeys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void heard(Change.MessageRecord message) {
        rows.row(
                Table.MESSAGE,
                RowTimes.toRow(message.stamp().arrived()),
                RowTimes.toRowOrNull(message.stamp().at()),
                keys.site(),
                keys.device(message.device()),
                message.stamp().retained(),
                message.kind(),
                message.stamp().id(),
                message.body());
    }

    @Override
    public void decided(AccessEvent event) {
        @Nullable String door = event.door();
        rows.row(
                Table.ACCESS_EVENT,
                keys.site(),
                RowTimes.toRow(event.at()),
                RowTimes.toRow(event.received()),
                keys.device(event.device()),
                door == null ? null : keys.door(door),
                Code.of(event.type()),
                Code.of(event.direction()),
                Code.of(event.outcome()),
                Code.of(event.reason()),
                event.swipe(),
                event.credential(),
                event.member());
    }

    @Override
    public void alarm(Alarm alarm) {
        @Nullable BilingualText evidence = alarm.evidence();
        rows.row(
                Table.ALARM,
                keys.site(),
                Code.of(alarm.kind()),
                alarm.subject(),
                RowTimes.toRow(alarm.since()),
                RowTimes.toRowOrNull(alarm.until()),
                alarm.acknowledgedBy(),
                evidence == null ? null : evidence.zh(),
                evidence == null ? null : evidence.en());
    }

    @Override
    public void letter(Change.DeadLetter letter) {
        rows.row(
                Table.DEAD_LETTER,
                keys.site(),
                RowTimes.toRow(letter.at()),
                DeadLetters.clean(letter.device()),
                DeadLetters.clean(letter.topic()),
                DeadLetters.clean(letter.reason()),
                DeadLetters.clean(letter.payload()));
    }

    @Override
    public void audited(Change.AuditRecord act) {
        rows.row(
                Table.AUDIT,
                keys.site(),
                RowTimes.toRow(act.at()),
                act.actor(),
                act.action(),
                act.subject(),
                act.detail());
    }
}
