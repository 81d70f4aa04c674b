package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Visit;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A visit as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitEntry(
        @Schema(pattern = Id.PATTERN) String id,
        String visitor,
        @Schema(pattern = Id.PATTERN) String host,
        Instant from,
        Instant until,
        @ArraySchema(schema = @Schema(pattern = Id.PATTERN)) Set<String> doors,

        @Schema(
                description =
                        "A credential of type `qr`, good for the visit's window. It stays the same until the visit is removed.")
        String qr,

        @Nullable Instant checkedIn,

        @Schema(description = "The QR lets nobody in from this time on") @Nullable Instant checkedOut) {

    public static VisitEntry of(Visit visit, String qr) {
        return new VisitEntry(
                visit.id(),
                visit.visitor(),
                visit.host(),
                visit.from(),
                visit.until(),
                new TreeSet<>(visit.doors()),
                qr,
                visit.checkedIn(),
                visit.checkedOut());
    }
}
