package io.foyer.hub.store;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.TrailChanges;
import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.alarm.Alarm;
import io.foyer.hub.domain.house.Code;
import io.foyer.hub.store.Registry.Keys;
import org.jspecify.annotations.Nullable;

/** Writes the trail of a site: messages, decisions, alarms, dead letters and acts of people. */
final class TrailRows implements TrailChanges {
    private final Keys keys;
    private final BatchRows rows;

    TrailRows(Keys keys, BatchRows rows) {
        this.keys = keys;
        this.rows = rows;
    }

    @Override
    public void heard(Change.Heard message) {
        rows.row(
                Table.MESSAGE,
                Times.toRow(message.stamp().arrived()),
                Times.toRowOrNull(message.stamp().at()),
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
                Times.toRow(event.at()),
                Times.toRow(event.received()),
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
        rows.row(
                Table.ALARM,
                keys.site(),
                Code.of(alarm.kind()),
                alarm.subject(),
                Times.toRow(alarm.since()),
                Times.toRowOrNull(alarm.until()),
                alarm.acknowledgedBy());
    }

    @Override
    public void letter(Change.DeadLetter letter) {
        rows.row(
                Table.DEAD_LETTER,
                keys.site(),
                Times.toRow(letter.at()),
                DeadLetters.clean(letter.device()),
                DeadLetters.clean(letter.topic()),
                DeadLetters.clean(letter.reason()),
                DeadLetters.clean(letter.payload()));
    }

    @Override
    public void audited(Change.Audited act) {
        rows.row(
                Table.AUDIT,
                keys.site(),
                Times.toRow(act.at()),
                act.actor(),
                act.action(),
                act.subject(),
                act.detail());
    }
}
