package io.foyer.hub.web.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.foyer.hub.domain.access.Membership;
import io.foyer.hub.domain.access.Membership.MembershipStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A membership as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipEntry(
        @Schema(pattern = Id.PATTERN) String id,
        @Schema(pattern = Id.PATTERN) String member,
        @Schema(pattern = Id.PATTERN) String plan,
        LocalDate from,
        @Nullable LocalDate until,
        MembershipStatus status,
        @Schema(pattern = Id.PATTERN) @Nullable String zone,
        @Nullable String company,

        @Schema(description = "Absent where it is false") @Nullable Boolean startsOnFirstUse) {

    public static MembershipEntry of(Membership membership) {
        return new MembershipEntry(
                membership.id(),
                membership.member(),
                membership.plan(),
                membership.from(),
                membership.until(),
                membership.status(),
                membership.zone(),
                membership.company(),
                membership.startsOnFirstUse() ? Boolean.TRUE : null);
    }
}
