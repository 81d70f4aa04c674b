package io.foyer.hub.domain;

import io.foyer.hub.domain.definition.Device;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.foyer.hub.domain.energy.MeterBook;
import io.foyer.hub.domain.energy.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The books of a site's meters. A meter that has left the site file keeps its book: it may come back. */
final class MeterBooks {
    private final Map<String, MeterBook> books = new HashMap<>();
    private SiteDefinition definition;

    MeterBooks(SiteDefinition definition) {
        this.definition = definition;
        moveTo(definition);
    }

    void moveTo(SiteDefinition changed) {
        definition = changed;
        changed.meters()
                .values()
                .forEach(meter -> books.merge(
                        meter.id(),
                        new MeterBook(meter, changed.timeZone()),
                        (before, fresh) -> before.moveTo(meter, changed.timeZone())));
    }

    MeterBook of(String meter) {
        return books.computeIfAbsent(meter, id -> MeterBook.closed(id, definition.timeZone()));
    }

    /**
     * The book of a device's meter. Null where the device is no meter, or where the site file no longer has the meter.
     */
    @Nullable MeterBook of(Device device) {
        String meter = device.meter();
        return meter == null || !definition.meters().containsKey(meter) ? null : books.get(meter);
    }

    /** True where the message has a reading that is older than one that the journal holds. */
    boolean isLate(Device device, Message message, Instant at) {
        MeterBook book = of(device);
        Message.MeterReport report = message.asReport();
        return book != null && report != null && book.isLate(at) && reading(book, report, at) != null;
    }

    /** What a report counts by; null where the meter has nothing to count by it. */
    static @Nullable Reading reading(MeterBook book, Message.MeterReport report, Instant at) {
        return book.reading(report.register(), report.rate(), at);
    }
}
