package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.access.CredentialType;
import io.foyer.hub.domain.access.QrPass;
import io.foyer.hub.domain.access.Visit;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:07Z");
    private static final Visit VISIT =
            new Visit("v1", "Bo", "ann", NOW, NOW.plusSeconds(60), Set.of("front"), NOW, null, null);

    private final CredentialRecognition recognition = CredentialRecognition.with(new HubSeal(new byte[32]));
    private final QrPasses passes = recognition.passes();

    @Test
    void a_visits_pass_stays_the_same_and_says_which_visit_it_is() {
        String qr = passes.of("harbour", VISIT);
        assertThat(passes.of("harbour", VISIT.checkIn(NOW))).isEqualTo(qr);
        assertThat(passes.read("harbour", qr)).isEqualTo(new QrPass.VisitPass("v1", NOW));
        assertThat(qr).hasSizeLessThan(256);
    }

    @Test
    void a_members_pass_is_another_every_30_s_and_counts_for_as_long_again() {
        String qr = passes.ofMember("harbour", "ann", NOW);
        assertThat(passes.ofMember("harbour", "ann", NOW.plusSeconds(22))).isEqualTo(qr);
        assertThat(passes.ofMember("harbour", "ann", NOW.plusSeconds(23))).isNotEqualTo(qr);
        assertThat(QrPasses.nextStep(NOW)).isEqualTo("2026-11-23T01:00:30Z");
        assertThat(passes.read("harbour", qr))
                .isEqualTo(new QrPass.MemberPass("ann", Instant.parse("2026-11-23T01:01:00Z")));
    }

    @Test
    void what_is_not_signed_by_this_hub_for_this_site_says_nothing() {
        String qr = passes.of("harbour", VISIT);
        assertThat(passes.read("other", qr)).isNull();
        byte[] another = new byte[32];
        another[0] = 1;
        assertThat(CredentialRecognition.with(new HubSeal(another)).passes().read("harbour", qr))
                .isNull();
        assertThat(passes.read("harbour", qr.replace(":v1:", ":v2:"))).isNull();
        assertThat(passes.read("harbour", qr.replace("foyer:v:", "foyer:m:"))).isNull();
        assertThat(passes.read("harbour", qr.substring(0, qr.length() - 1))).isNull();
        assertThat(passes.read("harbour", qr.substring(0, qr.lastIndexOf(':') + 1)))
                .isNull();
        assertThat(passes.read("harbour", "foyer:v:harbour:v1:99999999999999999999:x"))
                .isNull();
        assertThat(passes.read("harbour", "")).isNull();
        assertThat(passes.read("harbour", ":::::")).isNull();
    }

    @Test
    void only_a_qr_code_is_looked_at() {
        String qr = passes.of("harbour", VISIT);
        Message.CardSwipe card = new Message.CardSwipe(qr, CredentialType.CARD, null, null, null);
        assertThat(recognition.of("harbour", card, key -> key)).isEqualTo(card);
        Message.CardSwipe shown = new Message.CardSwipe(qr, CredentialType.QR, null, null, null);
        assertThat(recognition.of("harbour", shown, key -> key).pass()).isEqualTo(new QrPass.VisitPass("v1", NOW));
        Message other = new Message.HeadCount(1);
        assertThat(recognition.of("harbour", other, key -> key)).isSameAs(other);
    }
}
