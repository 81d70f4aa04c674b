package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong on the command line: one message with the remedy, status 2, and nothing is started. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return Main.run(words, new PrintStream(out), new PrintStream(err));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                        | foyer: no command. See ./foyer help.
                    run                       | foyer: there is no command `run`. See ./foyer help.
                    hub --fast                | foyer hub: there is no flag `--fast`. See ./foyer help.
                    hub now                   | foyer hub: `now` is too much. See ./foyer help.
                    hub --config              | foyer hub: --config wants a folder, such as --config config.
                    reload now                | foyer reload: `now` is too much. See ./foyer help.
                    password                  | foyer password: it wants exactly one DEVICE. See ./foyer help.
                    backup --config config    | foyer backup: it wants exactly one FILE. See ./foyer help.
                    backup a.zip b.zip        | foyer backup: `b.zip` is too much. See ./foyer help.
                    restore --fast a.zip      | foyer restore: there is no flag `--fast`. See ./foyer help.
                    """)
    void a_wrong_command_line_gets_one_message_with_the_remedy(String line, String told) {
        String[] words =
                Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(told + System.lineSeparator());
        assertThat(out.size()).isZero();
    }

    @Test
    void a_fault_of_a_setting_is_told_in_its_own_words(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "fast: true\n");
        assertThat(run("backup", "a.zip", "--config", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("hub.yaml:1: unknown setting `fast`")
                .hasLineCount(1);
    }

    @Test
    void help_is_printed_and_is_no_error() {
        assertThat(run("backup", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("usage: ./foyer backup ")
                .contains("--config DIR", "FILE");
        assertThat(err.size()).isZero();
    }
}
