package io.foyer.hub.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {
    private final Credentials credentials = new Credentials();

    private static Credential card(String canonical) {
        return new Credential(
                new Credential.CredentialKey(CredentialType.CARD, canonical), "of " + canonical, false, null);
    }

    private String found(String reading) {
        Credential found = credentials.find(new Credential.CredentialKey(CredentialType.CARD, reading));
        return found == null ? "nobody" : found.member();
    }

    /** So do the cards of one delivery, and registering one must not take longer the more there are. */
    @Test
    @Timeout(120)
    void many_cards_may_end_alike() {
        for (int i = 0; i < 100_000; i++) {
            credentials.put(card("04%06XA1B2C3".formatted(i)));
        }
        assertThat(found("A1B2C3")).isEqualTo("nobody");
        assertThat(found("04000007A1B2C3")).isEqualTo("of 04000007A1B2C3");

        for (int i = 0; i < 99_999; i++) {
            credentials.remove(new Credential.CredentialKey(CredentialType.CARD, "04%06XA1B2C3".formatted(i)));
        }
        assertThat(found("A1B2C3")).isEqualTo("of 0401869FA1B2C3");
        credentials.remove(new Credential.CredentialKey(CredentialType.CARD, "0401869FA1B2C3"));
        assertThat(found("A1B2C3")).isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04A2B3C4",
                "04a2b3c4",
                "11011001110100010000001001",
                "04:A2:B3:C4",
                "04-a2-b3-c4",
                "04 A2 B3 C4",
                "0x04A2B3C4",
                "77771716",
                "0077771716",
                "01186,46020",
                "1186-46020",
                "0000001001010001010110011110001001",
                "C4B3A204",
                "C4:B3:A2:04",
                "3300106756",
                "162,46020",
                "A2B3C4",
                "10662852",
                "01010001010110011110001000"
            })
    void every_reading_of_a_card_finds_it(String reading) {
        credentials.put(card("04A2B3C4"));

        assertThat(found(reading)).isEqualTo("of 04A2B3C4");
    }

    /** The card has 0012345678 printed on it; whoever registers 12345678 cannot tell, or does not know, that it is one. */
    @ParameterizedTest
    @CsvSource({"12345678", "00BC614E"})
    void eight_digits_are_found_as_hexadecimal_and_as_a_decimal_that_has_lost_its_zeros(String registered) {
        credentials.put(card(registered));

        List.of("12345678", "0012345678", "00BC614E", "4E61BC00", "188,24910", "0x12345678", "305419896")
                .forEach(reading -> assertThat(found(reading)).as(reading).isEqualTo("of " + registered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "card-17", "1234", "c0ffee-bar", "99999,70000", "11010001010110011110001000"})
    void what_is_no_number_of_a_card_is_taken_as_it_is_written(String text) {
        credentials.put(card(text));

        assertThat(CardNumber.canonical(text)).isEqualTo(text);
        assertThat(found(text)).isEqualTo("of " + text);
    }

    @Test
    void three_bytes_that_end_two_cards_open_for_neither() {
        credentials.put(card("04A2B3C4"));
        credentials.put(card("05A2B3C4"));
        assertThat(found("162,46020")).isEqualTo("nobody");

        credentials.remove(card("05A2B3C4").key());
        assertThat(found("162,46020")).isEqualTo("of 04A2B3C4");
    }

    @Test
    void a_card_that_reads_like_another_is_told_of_it() {
        credentials.put(card("04A2B3C4"));

        assertThat(credentials.clash(card("C4B3A204").key())).isEqualTo(card("04A2B3C4"));
        assertThat(credentials.clash(card("04A2B3C4").key())).isNull();
        assertThat(credentials.clash(card("04A2B3C5").key())).isNull();
    }

    /** 0968 9956 is a number in hexadecimal and one in decimal, which has a zero before it there. */
    @ParameterizedTest
    @CsvSource({"56996809, 0093DB64", "0093DB64, 56996809"})
    void whichever_of_two_cards_comes_second_is_told_of_the_first(String first, String second) {
        credentials.put(card(first));

        assertThat(credentials.clash(card(second).key())).isEqualTo(card(first));
    }

    @Property(tries = 500)
    void if_one_card_looks_like_another_that_one_looks_like_it(@ForAll("cards") Set<String> cards) {
        for (String card : cards) {
            for (String other : CardNumber.clashes(card)) {
                assertThat(CardNumber.clashes(other)).as(other).contains(card);
            }
        }
    }

    @Test
    void a_plate_is_the_same_with_and_without_its_dot() {
        assertThat(Credential.CredentialKey.of(CredentialType.PLATE, "沪a·12345"))
                .isEqualTo(Credential.CredentialKey.of(CredentialType.PLATE, "沪A 12345"));
    }

    /** Few digits and few bytes, so that numbers meet. */
    @Provide
    Arbitrary<Set<String>> cards() {
        return Arbitraries.of("00", "01", "10", "12", "21", "35", "A0")
                .list()
                .ofMinSize(4)
                .ofMaxSize(7)
                .map(bytes -> CardNumber.canonical("0x" + String.join("", bytes)))
                .set()
                .ofMaxSize(40);
    }

    @Property(tries = 500)
    void no_text_means_two_cards_that_are_both_registered(@ForAll("cards") Set<String> wanted) {
        Set<String> registered = new HashSet<>();
        for (String card : wanted) {
            if (credentials.clash(card(card).key()) == null) {
                credentials.put(card(card));
                registered.add(card);
            }
        }
        for (String card : wanted) {
            for (String spelling : spellings(card)) {
                List<String> meant = CardNumber.readings(spelling).stream()
                        .filter(registered::contains)
                        .toList();
                assertThat(meant).as(spelling).hasSizeLessThanOrEqualTo(1);
                if (registered.contains(card)) {
                    assertThat(found(spelling)).as(spelling).isEqualTo("of " + card);
                }
            }
        }
        registered.forEach(card -> credentials.remove(card(card).key()));
    }

    private static Set<String> spellings(String card) {
        Set<String> numbers = new HashSet<>(Set.of(card));
        numbers.addAll(CardNumber.readings("0x" + card));
        return numbers.stream()
                .filter(number -> CardNumber.readings("0x" + number).contains(card))
                .flatMap(number -> List.of(
                        number,
                        number.toLowerCase(Locale.ROOT),
                        String.join(":", number.split("(?<=\\G..)")),
                        new BigInteger(number, 16).toString(),
                        "00" + new BigInteger(number, 16))
                        .stream())
                .filter(text -> CardNumber.readings(text).contains(card))
                .collect(Collectors.toSet());
    }
}
