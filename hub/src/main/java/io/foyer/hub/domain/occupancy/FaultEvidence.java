package io.foyer.hub.domain.occupancy;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.occupancy.BorderCheck.BlamedLine;
import io.foyer.hub.domain.occupancy.BorderCheck.BorderFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells in words and numbers what is wrong with a sensor, and what to do. */
final class FaultEvidence {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DateTimeFormatter local;

    FaultEvidence(ZoneId zone) {
        local = TIME.withZone(zone);
    }

    /** The same for too long. */
    BilingualText steady(OccupancySensor sensor, int people, Instant since, Duration most) {
        return text(
                sensor,
                "自 %s 起一直报告 %d 人，已超过 %d 小时。该传感器暂不计入，直到它报告别的数。请检查它前面是否有物品，或重启它。"
                        .formatted(local.format(since), people, most.toHours()),
                ("it has said %d since %s, for more than %d hours. It does not count until it says something else. Look"
                                + " whether something lies before it, or restart it.")
                        .formatted(people, local.format(since), most.toHours()));
    }

    /** A camera that does not notice who passes. */
    BilingualText unmoved(OccupancySensor sensor, int people, int passages, Instant since) {
        return text(
                sensor,
                "自 %s 起一直报告 %d 人，而其间有 %d 人次经过该区域边界。该传感器暂不计入，直到它报告别的数。请检查镜头与供电。"
                        .formatted(local.format(since), people, passages),
                ("it has said %d since %s, while lines counted %d passages at the border of its zone. It does not count"
                                + " until it says something else. Look at its lens and its power.")
                        .formatted(people, local.format(since), passages));
    }

    BilingualText silent(OccupancySensor sensor, Instant since) {
        return text(
                sensor,
                "自 %s 起没有消息。请检查供电、电池与网络。".formatted(local.format(since)),
                "it has not been heard since %s. Look at its power, its battery and its network."
                        .formatted(local.format(since)));
    }

    BilingualText changing(OccupancySensor sensor, Instant now) {
        long minutes = HealthLimits.FLAPPING_TIME.toMinutes();
        return text(
                sensor,
                "到 %s 为止的 %d 分钟内变化超过 %d 次。该传感器暂不计入，直到它平静 %d 分钟。请检查其位置与灵敏度。"
                        .formatted(local.format(now), minutes, HealthLimits.CHANGES, minutes),
                ("it changed more than %d times in the %d minutes until %s. It does not count until it has been calm for"
                                + " %d minutes. Look at its place and its sensitivity.")
                        .formatted(HealthLimits.CHANGES, minutes, local.format(now), minutes));
    }

    BilingualText breaking(OccupancySensor sensor, Instant now) {
        long minutes = HealthLimits.FLAPPING_TIME.toMinutes();
        return text(
                sensor,
                "到 %s 为止的 %d 分钟内断线超过 %d 次。该传感器暂不计入，直到连接稳定 %d 分钟。请检查其网络与供电。"
                        .formatted(local.format(now), minutes, HealthLimits.LOSSES, minutes),
                ("its connection broke more than %d times in the %d minutes until %s. It does not count until it has held"
                                + " for %d minutes. Look at its network and its power.")
                        .formatted(HealthLimits.LOSSES, minutes, local.format(now), minutes));
    }

    BilingualText impossible(OccupancySensor sensor, long people, Duration time, Instant now) {
        return text(
                sensor,
                "%s 报告 %d 秒内有 %d 人，这不可能，未计入。一小时内不再出现则自动解除。若反复出现，请检查该设备。"
                        .formatted(local.format(now), time.toSeconds(), people),
                ("at %s it told of %d people within %d s, which cannot be and was not counted. This ends after an hour"
                                + " without another one. If it comes again, look at the device.")
                        .formatted(local.format(now), people, time.toSeconds()));
    }

    /** A line that contradicts sure counts. */
    BilingualText erring(OccupancySensor sensor, String zone, BorderFinding finding, BlamedLine line) {
        int stretches = HealthLimits.ERRED_STRETCHES;
        int before = finding.before().people();
        int now = finding.now().people();
        return text(
                sensor,
                ("连续 %d 次与确定的人数不符；最近一次：计进 %d 人、出 %d 人，而 %s 的人数由 %d 变为 %d。" + "该计数线暂不计入，直到再次相符。请检查它的方向、遮挡，以及是否另有出入口。")
                        .formatted(stretches, line.entries(), line.exits(), zone, before, now),
                ("it contradicted the sure counts %d times in a row; the last time it counted %d in and %d out, while %s"
                                + " went from %d people to %d. It does not count until it agrees again. Look at its"
                                + " direction, at what covers it, and for another way in or out.")
                        .formatted(stretches, line.entries(), line.exits(), zone, before, now));
    }

    /** A camera that does not see who sits. */
    BilingualText blind(OccupancySensor sensor, int seen, int seats, int looks) {
        return text(
                sensor,
                "连续 %d 次看到的人数少于在座人数；最近一次看到 %d 人，而有 %d 个座位有人。该传感器暂不计入，直到再次相符。请检查镜头与视野。".formatted(looks, seen, seats),
                ("it saw fewer people than sit there %d times in a row; the last time %d people, while %d seats were taken."
                                + " It does not count until it agrees again. Look at its lens and its view.")
                        .formatted(looks, seen, seats));
    }

    private static BilingualText text(OccupancySensor sensor, String zh, String en) {
        return new BilingualText(sensor.device.id() + "：" + zh, sensor.device.id() + ": " + en);
    }
}
