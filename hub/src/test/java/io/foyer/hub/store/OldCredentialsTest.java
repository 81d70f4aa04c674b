package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.CredentialType;
import io.foyer.hub.store.OldDatabase.Known;
import io.foyer.hub.store.SharedStore.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hub finds at a swipe that starts on the credentials of an older one. */
@ExtendWith(SharedStore.class)
class OldCredentialsTest {
    private final Shared shared;

    OldCredentialsTest(Shared shared) {
        this.shared = shared;
    }

    private OldDatabase version1() {
        return OldDatabase.ofVersion("1", shared);
    }

    @Test
    void a_card_that_was_typed_in_two_cases_is_one_and_blocked_where_one_of_them_was() {
        Known known = version1()
                .card("04A2B3C4", "ann")
                .blockedCard("04a2b3c4", "ann")
                .card("04-a2-b3-c4", "ann")
                .card("11223344", "bob")
                .start();

        assertThat(known.values()).containsExactly("04A2B3C4", "11223344");
        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("c4:b3:a2:04")).isEqualTo("ann, blocked");
        assertThat(known.shown("11223344")).isEqualTo("bob");
        assertThat(known.told())
                .containsExactlyInAnyOrder(
                        "foyer merge-credential card …B3C4: card …B3C4 of ann is the same as card …b3c4 of ann,"
                                + " which is kept, blocked as it was",
                        "foyer merge-credential card …B3C4: card …3-c4 of ann is the same as card …b3c4 of ann,"
                                + " which is kept, blocked as it was");
    }

    @Test
    void of_twins_that_end_the_first_end_counts() {
        Known known = version1()
                .put("a", "card", "04A2B3C4", "ann", false, null)
                .put("a", "card", "04a2b3c4", "ann", false, "2026-12-01T00:00:00Z")
                .put("a", "card", "04 A2 B3 C4", "ann", false, "2027-01-01T00:00:00Z")
                .start();

        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, until 2026-12-01T00:00:00Z");
        assertThat(known.told()).hasSize(2).allMatch(row -> row.endsWith("which is kept, until 2026-12-01T00:00:00Z"));
    }

    @Test
    void a_card_that_two_members_have_is_blocked_until_somebody_has_looked() {
        Known known = version1().card("04A2B3C4", "ann").card("04a2b3c4", "bob").start();

        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.told())
                .containsExactly(
                        "foyer merge-credential card …B3C4: card …b3c4 of bob is the same as card …B3C4 of ann,"
                                + " which is kept, blocked: unblock it once it is known whose it is");
    }

    @Test
    void a_card_that_was_typed_as_a_decimal_is_found_by_a_reader_that_writes_hexadecimal() {
        Known known = version1()
                .blockedCard("2728571844", "ann")
                .card("162,46020", "bob")
                .card("4294967295", "cem")
                .card("12345", "dan")
                .start();

        assertThat(known.values()).containsExactly("00003039", "00A2B3C4", "A2A2B3C4", "FFFFFFFF");
        assertThat(known.shown("A2A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("C4B3A2A2")).isEqualTo("ann, blocked");
        assertThat(known.shown("2728571844")).isEqualTo("ann, blocked");
        assertThat(known.shown("162,46020")).isEqualTo("bob");
        assertThat(known.shown("FFFFFFFF")).isEqualTo("cem");
        assertThat(known.shown("00003039")).isEqualTo("dan");
        assertThat(known.told()).isEmpty();
    }

    @Test
    void leading_zero_bytes_make_no_other_card() {
        Known known = version1()
                .blockedCard("00000004A2B3C4", "ann")
                .card("04A2B3C4", "ann")
                .card("0x0011223344", "bob")
                .start();

        assertThat(known.values()).containsExactly("04A2B3C4", "11223344");
        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("77771716")).isEqualTo("ann, blocked");
        assertThat(known.shown("11223344")).isEqualTo("bob");
    }

    @Test
    void a_card_with_dashes_is_not_taken_for_a_decimal_once_they_are_gone() {
        Known known = version1()
                .blockedCard("12-34-56-78-90", "ann")
                .card("0987654321", "bob")
                .start();

        assertThat(known.values()).containsExactly("1234567890", "3ADE68B1");
        assertThat(known.shown("12:34:56:78:90")).isEqualTo("ann, blocked");
        assertThat(known.shown("3ADE68B1")).isEqualTo("bob");
    }

    @Test
    void a_form_that_another_card_had_before_is_free_for_this_one() {
        Known known = version1()
                .card("1234567890", "ann")
                .card("12-34-56-78-90", "bob")
                .start();

        assertThat(known.values()).containsExactly("1234567890", "499602D2");
        assertThat(known.shown("0x1234567890")).isEqualTo("bob");
        assertThat(known.shown("499602D2")).isEqualTo("ann");
    }

    @Test
    void what_a_reader_might_take_for_another_stays_and_is_shut_together_with_it() {
        Known known = version1()
                .blockedCard("04A2B3C4", "ann")
                .card("C4B3A204", "ann")
                .card("11223344", "bob")
                .card("44332211", "bob")
                .start();

        assertThat(known.values()).containsExactly("04A2B3C4", "11223344", "44332211", "C4B3A204");
        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("C4B3A204")).isEqualTo("ann, blocked");
        assertThat(known.shown("44332211")).isEqualTo("bob");
        assertThat(known.told())
                .hasSize(4)
                .contains(
                        "foyer find-lookalike card …A204: a reader might take this one of ann for card …B3C4 of ann:"
                                + " remove one of them; this one is shut as that one is",
                        "foyer find-lookalike card …3344: a reader might take this one of bob for card …2211 of bob:"
                                + " remove one of them");
    }

    @Test
    void plates_are_one_with_and_without_their_dot_and_what_is_no_number_stays_as_it_is() {
        Known known = version1()
                .put("a", "plate", "沪a·12345", "ann", true, null)
                .put("a", "plate", "沪A 12345", "ann", false, null)
                .put("a", "qr", "c0ffee c0ffee", "bob", false, null)
                .put("a", "mobile", "04a2b3c4", "bob", false, null)
                .card("Lobby-Card", "cem")
                .start();

        assertThat(known.values()).containsExactly("Lobby-Card", "04a2b3c4", "沪A12345", "c0ffee c0ffee");
        assertThat(known.shown(CredentialType.PLATE, "沪A.12345")).isEqualTo("ann, blocked");
    }

    @Test
    void cards_of_two_sites_are_two() {
        Known known = version1()
                .card("04a2b3c4", "ann")
                .put("b", "card", "04A2B3C4", "ann", true, null)
                .start();

        assertThat(known.shown("04A2B3C4")).isEqualTo("ann");
        assertThat(known.told()).isEmpty();
    }

    @Test
    void a_pin_that_was_sealed_for_another_form_is_forgotten_and_the_trail_says_so() {
        OldDatabase old =
                OldDatabase.ofVersion("2", shared).card("04a2b3c4", "ann").card("11223344", "bob");
        old.execute("UPDATE credential SET pin = 'sealed'");
        Known known = old.start();

        assertThat(known.credentials())
                .extracting(each -> each.key().value() + " " + each.pin())
                .containsExactly("04A2B3C4 null", "11223344 sealed");
        assertThat(known.told())
                .containsExactly("foyer forget-pin card …B3C4: it was sealed for another way of writing the card:"
                        + " set it anew");
    }

    @Test
    void a_second_start_changes_nothing_more() {
        OldDatabase old = version1()
                .blockedCard("04A2B3C4", "ann")
                .card("04a2b3c4", "ann")
                .card("C4B3A204", "ann")
                .card("12-34-56-78-90", "bob");
        Known first = old.start();

        assertThat(old.start()).isEqualTo(first);
    }

    @Test
    void cards_that_version_3_left_as_they_were_are_brought_into_their_form_too() {
        Known known = OldDatabase.ofVersion("3", shared)
                .blockedCard("00000004A2B3C4", "ann")
                .card("04A2B3C4", "ann")
                .card("12345", "bob")
                .card("1234567890", "cem")
                .blockedCard("499602D2", "cem")
                .start();

        assertThat(known.values()).containsExactly("00003039", "04A2B3C4", "1234567890", "499602D2");
        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("00003039")).isEqualTo("bob");
        assertThat(known.shown("1234567890")).isEqualTo("cem, blocked");
    }

    @Test
    void no_version_but_that_of_typed_credentials_is_passed_over() {
        OldDatabase database = OldDatabase.ofVersion("3", shared);
        database.start();
        database.execute("DELETE FROM flyway_schema_history WHERE version = '2'");

        assertThatThrownBy(database::start)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is past version 2 of the tables");
    }
}
