package io.foyer.hub.web.wire;

import io.foyer.hub.domain.access.AccessEvent;
import io.foyer.hub.domain.access.AccessOutcome;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.definition.Direction;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision at a door, as the trail shows it. A missing value is null, never left out.
 *
 * @param credential the whole value only where nobody has the credential, so that the desk can register it. Of a
 *     member's credential the end, and of a QR code of this hub the person or visit that it names. So nobody can copy a
 *     credential
 */
public record EventEntry(
        Instant at,
        Instant received,
        String device,
        @Nullable String door,
        @Nullable String swipe,

        @Schema(
                description =
                        "Whole only where it is nobody's, so that it can be registered; of a member's the last four signs (`…C3D4`), of a QR code of this hub whom it names (`foyer:v:harbour:v17:…`). A member's credentials are at `/credentials?member=`.")
        String credential,

        CredentialType credentialType,
        @Nullable String member,
        Direction direction,
        AccessOutcome outcome,
        String reason) {

    private static final int LONGEST_END = 4;
    private static final int PARTS_OF_PASS = 6;

    private static String shown(AccessEvent event) {
        String credential = event.credential();
        return switch (event.type()) {
            case CARD, MOBILE, PLATE -> event.member() == null ? credential : end(credential);
            case PIN -> credential;
            case QR -> {
                String[] parts = credential.split(":", -1);
                yield parts.length == PARTS_OF_PASS && parts[0].equals("foyer")
                        ? String.join(":", List.of(parts).subList(0, PARTS_OF_PASS - 2)) + ":…"
                        : end(credential);
            }
        };
    }

    private static String end(String credential) {
        return "…" + credential.substring(credential.length() - Math.min(LONGEST_END, credential.length() / 2));
    }

    public static EventEntry of(AccessEvent event) {
        return new EventEntry(
                event.at(),
                event.received(),
                event.device(),
                event.door(),
                event.swipe(),
                shown(event),
                event.type(),
                event.member(),
                event.direction(),
                event.outcome(),
                event.reason().code());
    }
}
