package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Booking;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A booking as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingEntry(
        @Schema(pattern = Id.PATTERN) String id,
        @Schema(pattern = Id.PATTERN) @Nullable String zone,
        @Schema(pattern = Id.PATTERN) @Nullable String resource,
        @ArraySchema(schema = @Schema(pattern = Id.PATTERN)) Set<String> members,

        @Schema(description = "The beginning of the first time")
        Instant from,

        @Schema(description = "The end of the first time") Instant until,
        @Nullable String repeat,

        @Schema(description = "The days that the repetition leaves out; absent where there are none") @Nullable List<LocalDate> except,

        @Schema(description = "The end of the last time; only for a booking that repeats and comes to an end") @Nullable Instant ends,

        @Schema(description = "The times between `from` and `to`; only where the request has both") @Nullable List<BookingTime> times) {

    /** One time of a booking. */
    public record BookingTime(Instant from, Instant until) {
        static BookingTime of(Booking.TimeSpan time) {
            return new BookingTime(time.from(), time.until());
        }
    }

    /** The entry of a booking. {@code times} are those in the range of the question; null where it has no range. */
    public static BookingEntry of(Booking booking, @Nullable List<Booking.TimeSpan> times) {
        Booking.RepeatRule series = booking.series();
        return new BookingEntry(
                booking.id(),
                booking.zone(),
                booking.resource(),
                new TreeSet<>(booking.members()),
                booking.from(),
                booking.until(),
                series == null ? null : series.rule(),
                series == null || series.except().isEmpty()
                        ? null
                        : series.except().stream().sorted().toList(),
                series == null || series.goesOn() ? null : booking.ends(),
                times == null ? null : times.stream().map(BookingTime::of).toList());
    }
}
