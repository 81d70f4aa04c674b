package io.foyer.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong on the command line or in a file: one message, status 2. No hub runs here; none is asked. */
class MainTest {
    private static final String MAP = """
            time: {column: at, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Singapore}
            following: PT5M
            devices:
              room1-count: {present: people}
              room1-lighting: {energyKwh: {accumulate: kwh}}
            """;
    private static final String HEAD = "at,people,kwh\n";
    private static final String ROW = "2021-09-07 00:00,3,0.1\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                            | unknown command            | ./foyer help
                    simulate --fast               | unknown flag --fast        | --truth
                    simulate x                    | unknown word x             | --seed
                    simulate --seed x             | x is not a whole number    | --seed 7
                    simulate --for soon           | soon is no duration        | 14d
                    simulate --for 0s             | out of range               | above 0
                    simulate --from noon          | noon is no time            | 2026-11-23T08:00
                    simulate --faults some        | some is none of            | large
                    simulate --as-recorded        | needs a past              | --from
                    simulate --truth t.jsonl      | needs an end               | --for
                    simulate --config /none       | /none/sites: is not a      | --config DIR
                    demo --seed 3                 | unknown flag --seed        | --history
                    demo --speed none             | none is not a number       | --speed 60
                    demo --config /none           | /none/sites: is not a      | --config DIR
                    simulate --seed 7 --seed      | --seed lacks its value     | --help
                    bench speed                   | 'speed' is no benchmark    | swipe, ingest, start, all, abuse
                    bench swipe ingest            | unknown word ingest        | --help
                    run --fast                    | unknown command 'run'      | bench, demo, replay, simulate
                    replay                        | names no file              | --help
                    replay a.csv --fast           | unknown flag --fast        | --as-recorded
                    replay a.csv --speed          | --speed lacks its value    | --help
                    replay a.csv --speed quick    | quick is not a number      | --speed 60
                    replay a.csv --speed 0        | out of range               | above 0
                    replay a.csv                  | a.csv: has no map          | --map MAP.yaml
                    replay a.csv --map /none.yaml | /none.yaml: is not a       | Check the path
                    replay /none.csv --map MAP --as-recorded | /none.csv: is not a        | recorded CSV
                    replay CSV --map MAP --config /none | /none/sites: is not a | --config DIR
                    """)
    void a_wrong_command_line_gets_one_message_with_the_remedy(String line, String wrong, String remedy) {
        List<String> sound = replay(MAP, HEAD + ROW);
        String words = line.replace("CSV", sound.get(1)).replace("--map MAP ", "--map " + sound.get(3) + " ");
        assertThat(refusal(words.isEmpty() ? List.of() : List.of(words.split(" "))))
                .contains(wrong, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    zone:          | zon:          | line 1, key time.zon: unknown key   | Known here: column
                    Asia/Singapore | Asia/Nowhere  | key time.zone                       | Example
                    yyyy           | bbbb          | key time.pattern                    | Example
                    PT5M           | 5 minutes     | key following                       | PT15M
                    following      | folowing      | unknown key 'folowing'              | following
                    people}        | people        | map.yaml: line 5                    | Mend the YAML
                    present        | presence      | key devices.room1-count.presence    | Known here: energyKwh
                    {accumulate: kwh} | kwh        | line 5, key devices.room1-lighting.energyKwh | Compare
                    accumulate: kwh | start: 1     | energyKwh.accumulate: is missing    | README
                    kwh}           | kwh, start: -1} | key devices.room1-lighting.energyKwh | 0 or more
                    room1-count    | room9-count   | no file in                          | Add it to the site file
                    people         | heads         | trace.csv: line 1: no column 'heads' | Name one of these
                    `following: PT5M` | `preceding: PT5M, following: PT5M` | map.yaml: line 2 | Mend the YAML
                    `present: people` | `present: people, totalIn: {accumulate: kwh}` | one kind of device | totalOut
                    """)
    void a_wrong_map_is_named_with_line_or_key(String right, String broken, String wrong, String remedy) {
        assertThat(refusal(replay(MAP.replace(right, broken), HEAD + ROW))).contains(wrong, remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2021-09-31 00:05,3,0.1 | line 3, column at: '2021-09-31 00:05' is not a time | time.pattern
                    2021-09-07 00:05,x,0.1 | line 3, column people: 'x' is not a number          | Mend the row
                    2021-09-07 00:05,1.5,0 | line 3, column people: '1.5' is not a whole number  | Mend the row
                    2021-09-07 00:05,1,-2  | line 3, column kwh: '-2' is below 0                 | Mend the row
                    2021-09-07 00:05,1,    | line 3, column kwh: is empty                        | Mend the row
                    2021-09-07 00:05,1     | line 3: Record 3 has 2 fields                       | Mend the row
                    """)
    void a_bad_row_is_named_with_line_and_column(String row, String wrong, String remedy) {
        assertThat(refusal(replay(MAP, HEAD + ROW + row.strip() + "\n"))).contains("trace.csv", wrong, remedy);
    }

    @Test
    void an_empty_file_is_no_trace() {
        assertThat(refusal(replay(MAP, ""))).contains("trace.csv: has no rows");
        assertThat(refusal(replay(MAP, HEAD))).contains("trace.csv: has no rows");
        assertThat(refusal(replay("", HEAD + ROW))).contains("map.yaml: is empty");
    }

    @Test
    void a_port_that_nobody_can_connect_to_is_told_before_anything_else() {
        List<String> words = replay(MAP, HEAD + ROW);

        assertThat(refusal(words, Map.of("FOYER_MQTT_PORT", "0"))).contains("FOYER_MQTT_PORT", "foyer ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOYER_HTTP_HOST", "FOYER_MQTT_HOST"})
    void a_demo_whose_passwords_everybody_knows_is_not_for_others_to_reach(String variable) {
        List<String> words = List.of("demo", "--config", Places.config().toString());

        assertThat(refusal(words, Map.of(variable, "0.0.0.0"))).contains(variable, "insecure: true");
        assertThat(refusal(words, Map.of(variable, "0.0.0.0", "FOYER_INSECURE", "true")))
                .contains("does not know where the hub is");
    }

    @Test
    void help_is_printed_and_is_no_error() {
        assertThat(help("replay", "--help"))
                .startsWith("usage: ./foyer replay ")
                .contains("FILE...", "a CSV file with a header line", "--map FILE", "DIR/hub.yaml");
        assertThat(help("simulate", "-h"))
                .startsWith("usage: ./foyer simulate ")
                .contains("--seed N", "needs --for");
        assertThat(help("demo", "--help")).startsWith("usage: ./foyer demo ").contains("--history DURATION", "Ctrl-C");
        assertThat(help("bench", "--help")).startsWith("usage: ./foyer bench ").contains("[NAME]", "  ingest   QoS 1");
    }

    private String help(String... words) {
        out.reset();
        assertThat(Main.run(List.of(words), Map.of(), new PrintStream(out), System.err))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> replay(String map, String csv) {
        try {
            Path trace = Files.writeString(folder.resolve("trace.csv"), csv);
            Path file = Files.writeString(folder.resolve("map.yaml"), map);
            return List.of(
                    "replay",
                    trace.toString(),
                    "--map",
                    file.toString(),
                    "--config",
                    Places.config().toString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String refusal(List<String> words) {
        return refusal(words, Map.of("FOYER_MQTT_PORT", "1"));
    }

    private String refusal(List<String> words, Map<String, String> environment) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(words, environment, new PrintStream(out), new PrintStream(err)))
                .isEqualTo(2);
        String told = err.toString(StandardCharsets.UTF_8);
        assertThat(told).startsWith("foyer: ").hasLineCount(1);
        return told;
    }
}
