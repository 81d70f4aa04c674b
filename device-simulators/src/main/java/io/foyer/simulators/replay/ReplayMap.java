package io.foyer.simulators.replay;

import io.foyer.simulators.replay.MapText.DeviceText;
import io.foyer.simulators.replay.MapText.ReadsText;
import io.foyer.simulators.replay.MapText.SumText;
import io.foyer.simulators.replay.MapText.TimeText;
import io.foyer.simulators.setting.Refusal;
import io.foyer.simulators.setting.YamlFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From columns to devices: what the rows of a trace mean. Cannot be built wrong; errors name the file and the key. */
record ReplayMap(Path file, TimeColumn time, Span span, List<Feed> feeds) {
    private static final Set<String> CREDENTIAL_TYPES = Set.of("card", "pin", "qr", "mobile", "plate");

    ReplayMap {
        feeds = List.copyOf(feeds);
    }

    static ReplayMap read(Path file) {
        MapText text = YamlFile.read(file, MapText.class);
        TimeColumn time = time(file, text.time());
        List<Feed> feeds = new ArrayList<>();
        if (text.devices() != null) {
            text.devices().forEach((device, entry) -> feeds.add(feed(file, device, entry)));
        }
        if (text.reads() != null) {
            feeds.add(reads(file, text.reads()));
        }
        if (feeds.isEmpty()) {
            throw Refusal.in(file, "key devices", "names no device", "Map at least one column to a device.");
        }
        Span span = span(file, text.following(), text.preceding());
        if (span.equals(Span.INSTANT) && feeds.stream().anyMatch(Feed.Totals.class::isInstance)) {
            throw Refusal.in(
                    file,
                    "key following",
                    "is missing, and so is preceding",
                    "Say which span an accumulated value covers: `following: PT5M` or `preceding: PT15M`.");
        }
        return new ReplayMap(file, time, span, feeds);
    }

    private static TimeColumn time(Path file, @Nullable TimeText text) {
        TimeText time = needed(file, "time", text);
        String midnight = time.midnight() == null ? "begins" : time.midnight();
        if (!Set.of("begins", "ends").contains(midnight)) {
            throw Refusal.in(
                    file, "key time.midnight", "'" + midnight + "'", "Say begins or ends (the date beside it).");
        }
        try {
            return new TimeColumn(
                    needed(file, "time.column", time.column()),
                    needed(file, "time.pattern", time.pattern()).stream()
                            .map(TimeColumn::format)
                            .toList(),
                    ZoneId.of(needed(file, "time.zone", time.zone())),
                    midnight.equals("ends"));
        } catch (IllegalArgumentException wrong) {
            throw Refusal.in(
                    file, "key time.pattern", String.valueOf(wrong.getMessage()), "Example: \"yyyy-MM-dd HH:mm\".");
        } catch (DateTimeException wrong) {
            throw Refusal.in(file, "key time.zone", String.valueOf(wrong.getMessage()), "Example: Asia/Singapore.");
        }
    }

    private static Span span(Path file, @Nullable String following, @Nullable String preceding) {
        if (following != null && preceding != null) {
            throw Refusal.in(file, "key preceding", "stands beside following", "Keep one of the two.");
        }
        if (following != null) {
            return Span.following(length(file, "following", following));
        }
        return preceding == null ? Span.INSTANT : Span.preceding(length(file, "preceding", preceding));
    }

    private static Duration length(Path file, String key, String text) {
        try {
            Duration length = Duration.parse(text);
            if (length.compareTo(Duration.ZERO) > 0) {
                return length;
            }
        } catch (DateTimeException wrong) {
            throw Refusal.in(file, "key " + key, "'" + text + "' is no length of time", "Example: PT15M.");
        }
        throw Refusal.in(file, "key " + key, "'" + text + "' is not above zero", "Example: PT15M.");
    }

    private static Feed feed(Path file, String device, @Nullable DeviceText text) {
        String key = "devices." + device;
        DeviceText entry = needed(file, key, text);
        String present = entry.present();
        SumText energy = entry.energyKwh();
        SumText in = entry.totalIn();
        SumText out = entry.totalOut();
        if (present != null && energy == null && in == null && out == null) {
            return new Feed.Present(device, present);
        }
        if (energy != null && present == null && in == null && out == null) {
            return new Feed.Totals(device, "meter", List.of(total(file, key, "energyKwh", energy)));
        }
        if (in != null && out != null && present == null && energy == null) {
            return new Feed.Totals(
                    device, "count", List.of(total(file, key, "totalIn", in), total(file, key, "totalOut", out)));
        }
        throw Refusal.in(
                file,
                "key " + key,
                "must be one kind of device",
                "Give it present, or energyKwh, or both of totalIn and totalOut.");
    }

    private static Feed.Total total(Path file, String key, String field, SumText text) {
        String place = key + "." + field;
        List<String> columns = needed(file, place + ".accumulate", text.accumulate());
        BigDecimal start = text.start() == null ? BigDecimal.ZERO : text.start();
        if (start.signum() < 0 || columns.isEmpty()) {
            throw Refusal.in(file, "key " + place, "needs a column and a start of 0 or more", "Mend it.");
        }
        return new Feed.Total(field, columns, start);
    }

    private static Feed reads(Path file, ReadsText text) {
        String type = text.type() == null ? "card" : text.type();
        if (!CREDENTIAL_TYPES.contains(type)) {
            throw Refusal.in(file, "key reads.type", "'" + type + "'", "One of card, pin, qr, mobile, plate.");
        }
        if (text.decided() != null && !Set.of("granted", "denied").contains(text.decided())) {
            throw Refusal.in(file, "key reads.decided", "'" + text.decided() + "'", "Say granted or denied.");
        }
        return new Feed.Reads(
                needed(file, "reads.device", text.device()),
                needed(file, "reads.credential", text.credential()),
                type,
                text.decided());
    }

    private static <T> T needed(Path file, String key, @Nullable T value) {
        if (value == null) {
            throw Refusal.in(file, "key " + key, "is missing", "Add it; device-simulators/README.md shows how.");
        }
        return value;
    }
}
