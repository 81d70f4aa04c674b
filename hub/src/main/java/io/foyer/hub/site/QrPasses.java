package io.foyer.hub.site;

import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.access.Visit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * QR codes that this hub has signed, as text. The code of a visit is {@code foyer:v:SITE:VISIT:MILLIS:SIGNATURE}; it is
 * printed and stays the same. The code of a member is {@code foyer:m:SITE:MEMBER:STEP:SIGNATURE}; it changes every 30
 * s. The signature is a {@link HubSeal}. Any thread may use this class.
 */
public final class QrPasses {
    /** How long a screen shows a member's QR code, in seconds. The code is good for this time once more. */
    public static final int STEP_S = 30;

    private static final String OF_VISIT = "foyer:v:";
    private static final String OF_MEMBER = "foyer:m:";
    private static final int PARTS = 6;

    private final HubSeal seal;

    QrPasses(HubSeal seal) {
        this.seal = seal;
    }

    /** The QR code of a visit. The code stays the same as long as the visit exists. */
    public String of(String site, Visit visit) {
        return signed(OF_VISIT + site + ":" + visit.id() + ":" + visit.issued().toEpochMilli());
    }

    /** The QR code of a member at this instant. */
    public String ofMember(String site, String member, Instant now) {
        return signed(OF_MEMBER + site + ":" + member + ":" + now.getEpochSecond() / STEP_S);
    }

    /** When the next QR code of a member replaces this one. */
    public static Instant nextStep(Instant now) {
        return Instant.ofEpochSecond((now.getEpochSecond() / STEP_S + 1) * STEP_S);
    }

    /** The content of a QR code; null where the code is of another site or not genuine. */
    @Nullable QrPass read(String site, String text) {
        String[] parts = text.split(":", -1);
        boolean visit = text.startsWith(OF_VISIT);
        if (parts.length != PARTS
                || !(visit || text.startsWith(OF_MEMBER))
                || !parts[2].equals(site)
                || !parts[4].matches("[0-9]{1,15}")
                || !isGenuine(text)) {
            return null;
        }
        long number = Long.parseLong(parts[4]);
        return visit
                ? new QrPass.VisitPass(parts[3], Instant.ofEpochMilli(number))
                : new QrPass.MemberPass(parts[3], Instant.ofEpochSecond((number + 2) * STEP_S));
    }

    private boolean isGenuine(String text) {
        String signed = signed(text.substring(0, text.lastIndexOf(':')));
        return MessageDigest.isEqual(signed.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(String text) {
        return text + ":" + seal.of(text);
    }
}
