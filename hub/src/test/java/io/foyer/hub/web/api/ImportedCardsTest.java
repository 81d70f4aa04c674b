package io.foyer.hub.web.api;

import static io.foyer.hub.web.api.ImportHub.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.web.api.ImportHub.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cards of a file, as people and spreadsheets write them. */
class ImportedCardsTest {
    private static final ImportHub FILES = new ImportHub();

    @AfterAll
    static void stop() {
        FILES.close();
    }

    @BeforeEach
    void nothing_was_done_yet() {
        FILES.forget();
    }

    private static String card(String... cells) {
        StringBuilder file = new StringBuilder("member,name,credential\n");
        for (int i = 0; i < cells.length; i++) {
            file.append("u%d,Lena,\"%s\"%n".formatted(i, cells[i].replace("\"", "\"\"")));
        }
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.12346E+12",
                "4,12346E+12",
                "1.2345E+071",
                "4E+12",
                "12345678.0",
                "n/a",
                "N/A",
                "-",
                "?",
                "none",
                "null",
                "#NAME?",
                "#N/A",
                "#WERT!",
                "#REF!",
                "04A2B3C4 / 04A2B3C5",
                "04A2B3C4;04A2B3C5",
                "04A2B3C4, 04A2B3C5",
                "04A2B3C4 04A2B3C5",
                "04A2B3C4-04A2B3C5",
                "04:A2:B3:C4 04:A2:B3:C5",
                "04A2B3C4\n04A2B3C5",
                "2026-11-01",
                "1.11.2026",
                "12345,67890"
            })
    void a_cell_that_is_no_card_is_told_by_its_line(String cell) throws Exception {
        Answered answer = FILES.send(PATH, card("04A2B3C4", cell));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(1);
        assertThat(answer.body().at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo("credential");
        FILES.assertNothingWasImported();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=\"0012345678\" | 00BC614E",
                "'0012345678 | 00BC614E",
                "`\t0012345678` | 00BC614E",
                "` 0012345678\u00A0` | 00BC614E",
                "12345678 | 00BC614E",
                "1234567 | 0012D687",
                "=\"04A2B3C4\" | 04A2B3C4",
                "04-a2-b3-c4 | 04A2B3C4",
                "04A2 B3C4 | 04A2B3C4",
                "162,46020 | 00A2B3C4",
                "0x12345678 | 12345678",
                "12E34567 | 12E34567",
                "A1 | A1",
                "card-17 | card-17",
                "M.0815 | M.0815"
            })
    void what_stands_round_a_card_is_taken_off(String cell, String card) throws Exception {
        assertThat(FILES.send(PATH, card(cell)).status()).isEqualTo(200);
        assertThat(FILES.importedCredentials())
                .extracting(credential -> credential.key().value())
                .containsExactly(card);
    }

    @Test
    void a_cell_of_a_megabyte_is_told_as_any_that_is_too_long() throws Exception {
        Answered answer = FILES.send(PATH, card("1.".repeat(500_000) + "1", "04-".repeat(300_000) + "04"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors")).hasSize(2);
        assertThat(answer.body().at("/errors/0/text/en").asText()).contains("256");
    }

    /** Printed on the card is 0012345678; no list has cards in two forms, and some letter comes soon in hexadecimal. */
    @Test
    void eight_digits_are_a_decimal_in_a_file_of_decimals_and_hexadecimal_in_one_of_hexadecimal_cards()
            throws Exception {
        FILES.send(PATH, card("12345678", "1234567890"));
        assertThat(FILES.importedCredentials().get(0).key().value()).isEqualTo("00BC614E");

        FILES.forget();
        FILES.send(PATH, card("12345678", "04A2B3C4"));
        assertThat(FILES.importedCredentials().get(0).key().value()).isEqualTo("12345678");

        Answered both = FILES.send(PATH, card("12345678", "04A2B3C4", "1234567890"));
        assertThat(both.body().path("errors")).hasSize(1);
        assertThat(both.body().at("/errors/0/text/en").asText()).contains("0012345678", "0x12345678");

        Answered shortened = FILES.send(PATH, card("4123456", "04A2B3C4"));
        assertThat(shortened.body().at("/errors/0/text/en").asText()).contains("0x04123456");
    }
}
