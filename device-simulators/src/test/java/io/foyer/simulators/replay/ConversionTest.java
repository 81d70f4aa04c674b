package io.foyer.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.simulators.setting.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {
    @TempDir
    Path folder;

    private TestTrace trace;

    @BeforeEach
    void open() {
        trace = new TestTrace(folder);
    }

    @Test
    void a_following_span_is_closed_before_the_next_count_begins() {
        List<Message> messages = trace.messages(TestTrace.ENERGY_MAP, """
                at,people,kwh
                2021-09-07 00:00,3,0.1
                2021-09-07 00:05,4,0.2
                """);

        assertThat(TestTrace.brief(messages))
                .containsExactly(
                        "room1-lighting 2021-09-06T16:00:00Z {energyKwh=0}",
                        "room1-count 2021-09-06T16:00:00Z {present=3}",
                        "room1-lighting 2021-09-06T16:05:00Z {energyKwh=0.1}",
                        "room1-count 2021-09-06T16:05:00Z {present=4}",
                        "room1-lighting 2021-09-06T16:10:00Z {energyKwh=0.3}");
    }

    @Test
    void nothing_is_used_and_nobody_is_counted_in_a_gap() {
        List<Message> messages = trace.messages(TestTrace.ENERGY_MAP, """
                at,people,kwh
                2021-10-01 23:55,3,0.1
                2021-12-09 00:00,0,0.2
                """);

        assertThat(TestTrace.brief(messages).subList(2, 6))
                .containsExactly(
                        "room1-lighting 2021-10-01T16:00:00Z {energyKwh=0.1}",
                        "room1-lighting 2021-12-08T16:00:00Z {energyKwh=0.1}",
                        "room1-count 2021-12-08T16:00:00Z {present=0}",
                        "room1-lighting 2021-12-08T16:05:00Z {energyKwh=0.3}");
    }

    @Test
    void a_preceding_span_starts_its_register_one_span_before_the_first_row_and_midnight_may_end_its_date() {
        String map = """
                time: {column: date, pattern: "dd/MM/yyyy HH:mm", zone: Asia/Singapore, midnight: ends}
                preceding: PT15M
                devices:
                  plant: {energyKwh: {accumulate: [heat, light], start: 100}}
                """;

        List<Message> messages = trace.messages(map, """
                date,heat,light
                31/01/2018 23:45,1.5,1
                31/01/2018 00:00,2,0
                """);

        assertThat(TestTrace.brief(messages))
                .containsExactly(
                        "plant 2018-01-31T15:30:00Z {energyKwh=100}",
                        "plant 2018-01-31T15:45:00Z {energyKwh=102.5}",
                        "plant 2018-01-31T16:00:00Z {energyKwh=104.5}");
    }

    @Test
    void people_in_and_out_become_running_totals_from_a_baseline() {
        String map = """
                time: {column: t, pattern: "yyyy-MM-dd'T'HH:mm:ss", zone: Asia/Singapore}
                following: PT30M
                devices:
                  calit2-door: {totalIn: {accumulate: in}, totalOut: {accumulate: out}}
                """;

        List<Message> messages = trace.messages(map, "t,in,out\n2005-07-24T00:00:00,3,1\n2005-07-24T00:30:00,0,2\n");

        assertThat(TestTrace.brief(messages))
                .containsExactly(
                        "calit2-door 2005-07-23T16:00:00Z {totalIn=0, totalOut=0}",
                        "calit2-door 2005-07-23T16:30:00Z {totalIn=3, totalOut=1}",
                        "calit2-door 2005-07-23T17:00:00Z {totalIn=3, totalOut=3}");
    }

    @Test
    void a_read_finds_its_reader_by_the_row_and_says_decided_only_as_recorded() {
        String map = """
                time: {column: t, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Singapore}
                reads: {device: "vast-{floor}-{zone}", credential: card, decided: granted}
                """;
        TraceFile file = new TraceFile(
                trace.file("reads.csv", "t, card, floor, zone\r\n2016-05-31 08:15, clais001,3, Server Room\r\n"),
                trace.map(map));

        assertThat(TestTrace.brief(TestTrace.messages(true, file)))
                .containsExactly("vast-3-server-room 2016-05-31T00:15:00Z"
                        + " {credential=clais001, type=card, decided=granted}");
        assertThat(TestTrace.brief(TestTrace.messages(false, file)))
                .containsExactly("vast-3-server-room 2016-05-31T00:15:00Z {credential=clais001, type=card}");
    }

    @Test
    void a_year_of_tenths_does_not_drift() {
        StringBuilder csv = new StringBuilder("at,people,kwh\n");
        Instant midnight = Instant.parse("2021-01-01T00:00:00Z");
        for (int row = 0; row < 105_120; row++) {
            String at = midnight.plusSeconds(300L * row).toString();
            csv.append(at, 0, 10).append(' ').append(at, 11, 16).append(",0,0.1\n");
        }

        List<Message> messages = trace.messages(TestTrace.ENERGY_MAP, csv.toString());

        assertThat(messages.get(messages.size() - 1).values()).hasToString("{energyKwh=10512.0}");
    }

    @Test
    void the_ids_are_the_same_for_the_same_file_and_map_and_others_for_another_or_for_another_live_run() {
        String csv = "at,people,kwh\n2021-09-07 00:00,3,0.1\n";
        List<String> once = ids(trace.messages(TestTrace.ENERGY_MAP, csv));

        assertThat(ids(trace.messages(TestTrace.ENERGY_MAP, csv))).isEqualTo(once);
        assertThat(once).hasSameSizeAs(List.of(1, 2, 3));
        assertThat(ids(trace.messages(TestTrace.ENERGY_MAP, csv.replace("0.1", "0.2"))))
                .doesNotContainAnyElementsOf(once);
        TraceFile file = new TraceFile(folder.resolve("trace.csv"), trace.map(TestTrace.ENERGY_MAP));
        assertThat(ids(TestTrace.messages(false, file))).allMatch(id -> id.contains("@run:"));
    }

    @Test
    void files_with_one_map_are_one_trace_and_others_are_merged_by_time() {
        ReplayMap energy = trace.map(TestTrace.ENERGY_MAP);
        ReplayMap reads = ReplayMap.read(trace.file("reads.yaml", """
                        time: {column: t, pattern: "yyyy-MM-dd HH:mm", zone: Asia/Singapore}
                        reads: {device: "r{zone}", credential: card}
                        """));
        List<Message> messages = TestTrace.messages(
                true,
                new TraceFile(trace.file("late.csv", "at,people,kwh\n2021-09-07 00:05,2,0.2\n"), energy),
                new TraceFile(trace.file("reads.csv", "t,card,zone\n2021-09-07 00:03,c,1\n"), reads),
                new TraceFile(trace.file("early.csv", "at,people,kwh\n2021-09-07 00:00,1,0.1\n"), energy));

        assertThat(TestTrace.brief(messages))
                .containsExactly(
                        "room1-lighting 2021-09-06T16:00:00Z {energyKwh=0}",
                        "room1-count 2021-09-06T16:00:00Z {present=1}",
                        "r1 2021-09-06T16:03:00Z {credential=c, type=card}",
                        "room1-lighting 2021-09-06T16:05:00Z {energyKwh=0.1}",
                        "room1-count 2021-09-06T16:05:00Z {present=2}",
                        "room1-lighting 2021-09-06T16:10:00Z {energyKwh=0.3}");
    }

    @Test
    void rows_that_overlap_or_run_back_in_time_are_refused_with_their_line() {
        assertThatThrownBy(() -> trace.messages(
                        TestTrace.ENERGY_MAP, "at,people,kwh\n2021-09-07 00:00,1,0\n2021-09-07 00:04,1,0\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("trace.csv: line 3", "covers", "following");
        assertThatThrownBy(() -> trace.messages(
                        TestTrace.ENERGY_MAP, "at,people,kwh\n2021-09-07 00:05,1,0\n2021-09-07 00:00,1,0\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("trace.csv: line 3, column at", "earlier", "Sort");
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream()
                .map(message -> message.device() + " " + message.id())
                .distinct()
                .toList();
    }
}
