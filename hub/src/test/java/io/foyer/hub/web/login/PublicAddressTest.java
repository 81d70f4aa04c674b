package io.foyer.hub.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://hub.example, hub.example",
        "https://hub.example, hub.example:443",
        "https://hub.example:443, hub.example",
        "http://hub.example, HUB.example:80",
        "HTTPS://Hub.Example:8443, hub.example:8443",
        "http://[::1]:8080, [0:0:0:0:0:0:0:1]:8080",
        "https://[2001:DB8::1], [2001:db8:0::1]:443"
    })
    void origins_are_compared_as_origins(String origin, String host) {
        WebOrigin from = WebOrigin.of(origin).orElseThrow();
        assertThat(WebOrigin.of(from.scheme(), host)).contains(from);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hub.example, hub.example:80",
        "https://hub.example:8443, hub.example",
        "https://hub.example.evil, hub.example",
        "https://evilhub.example, hub.example"
    })
    void another_origin_is_another(String origin, String host) {
        WebOrigin from = WebOrigin.of(origin).orElseThrow();
        assertThat(WebOrigin.of(from.scheme(), host)).isPresent().isNotEqualTo(Optional.of(from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "file://", "https://a b", "https://hub:99999", "https://u@hub", "https://[::1"})
    void what_is_no_origin_is_none(String text) {
        assertThat(WebOrigin.of(text)).isEmpty();
    }

    @Test
    void a_public_address_says_where_and_under_what_path() {
        assertThat(PublicAddress.of("https://Hub.example/").orElseThrow())
                .extracting(PublicAddress::path, PublicAddress::secure)
                .containsExactly("", true);
        assertThat(PublicAddress.of("http://example:8000/a/foyer/").orElseThrow())
                .extracting(PublicAddress::path, PublicAddress::secure)
                .containsExactly("/a/foyer", false);
        for (String wrong : new String[] {"hub.example", "ftp://a", "https://a/?b", "https://a/b c", "https://a/<b>"}) {
            assertThat(PublicAddress.of(wrong)).as(wrong).isEmpty();
        }
    }
}
