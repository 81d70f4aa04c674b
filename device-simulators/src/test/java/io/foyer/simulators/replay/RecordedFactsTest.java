package io.foyer.simulators.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.foyer.simulators.Places;
import io.foyer.simulators.setting.Accounts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is known of the recordings comes out of the messages that a replay sends. */
class RecordedFactsTest {

    @Test
    void robod_uses_614_of_1131_6_kwh_while_nobody_is_counted_and_at_most_38_are() {
        List<Message> messages = recorded("robod-room1");

        TreeMap<Instant, Integer> counts = new TreeMap<>();
        of("room1-count", messages)
                .forEach(message ->
                        counts.put(message.at(), (Integer) message.values().get("present")));
        List<Piece> pieces = new ArrayList<>(pieces("room1-lighting", messages));
        pieces.addAll(pieces("room1-plugs", messages));
        double all = pieces.stream().mapToDouble(Piece::kwh).sum();
        double wasted = pieces.stream()
                .filter(piece -> counts.floorEntry(piece.from()).getValue() == 0)
                .mapToDouble(Piece::kwh)
                .sum();

        assertThat(all).isCloseTo(1131.6, within(0.05));
        assertThat(wasted).isCloseTo(614.0, within(0.05));
        assertThat(wasted / all).isCloseTo(0.543, within(0.0005));
        assertThat(counts.values().stream().mapToInt(Integer::intValue).max()).hasValue(38);
    }

    @Test
    void robod_uses_nothing_from_the_2nd_of_october_to_the_8th_of_december() {
        List<Message> messages = recorded("robod-room1");
        Instant from = Instant.parse("2021-10-01T16:00:00Z");
        Instant to = Instant.parse("2021-12-08T16:00:00Z");

        assertThat(pieces("room1-plugs", messages)).contains(new Piece(from, to, 0));
        assertThat(messages)
                .filteredOn(
                        message -> message.at().isAfter(from) && message.at().isBefore(to))
                .isEmpty();
    }

    @Test
    void steel_uses_959636_71_kwh_and_most_in_the_quarter_from_half_past_nine_on_22_november() {
        List<Message> messages = recorded("steel-15min");

        Message last = messages.get(messages.size() - 1);
        List<Piece> quarters = pieces("plant", messages);
        Piece highest = quarters.get(0);
        for (Piece quarter : quarters) {
            highest = quarter.kwh() > highest.kwh() ? quarter : highest;
        }

        assertThat(messages.get(0).at()).isEqualTo("2017-12-31T16:00:00Z");
        assertThat(last.at()).isEqualTo("2018-12-31T16:00:00Z");
        assertThat((BigDecimal) last.values().get("energyKwh")).isEqualByComparingTo("959636.71");
        assertThat(quarters)
                .hasSize(35_040)
                .allMatch(quarter -> quarter.from().plusSeconds(900).equals(quarter.to()));
        assertThat(highest.kwh() / 0.25).isCloseTo(628.72, within(1e-6));
        assertThat(highest.from()).isEqualTo("2018-11-22T01:30:00Z");
    }

    @Test
    void calit2_holds_819_people_at_the_end() {
        List<Message> messages = recorded("calit2-people-counts");
        Map<String, Object> first = messages.get(0).values();
        Map<String, Object> last = messages.get(messages.size() - 1).values();

        assertThat(first).hasToString("{totalIn=0, totalOut=0}");
        assertThat(((BigDecimal) last.get("totalIn")).subtract((BigDecimal) last.get("totalOut")))
                .isEqualByComparingTo("819");
    }

    @Test
    void vast_has_122_cards_at_20_readers() {
        List<Message> messages = recorded("vast2016-badges");

        assertThat(messages).hasSize(29_763);
        assertThat(messages.stream()
                        .map(message -> message.values().get("credential"))
                        .distinct())
                .hasSize(122);
        assertThat(messages.stream().map(Message::device).distinct()).hasSize(20);
    }

    private static List<Message> recorded(String name) {
        Path csv = Places.recorded(name + ".csv");
        ReplayMap map = ReplayMap.read(Places.config().resolve("replay/" + name + ".yaml"));
        TraceFile file = new TraceFile(csv, map);
        Plan.check(new Recording(List.of(file), true, ""), Accounts.read(Places.config()));
        return TestTrace.messages(true, file);
    }

    private record Piece(Instant from, Instant to, double kwh) {}

    private static List<Message> of(String device, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.device().equals(device))
                .toList();
    }

    private static List<Piece> pieces(String meter, List<Message> messages) {
        List<Message> readings = of(meter, messages);
        List<Piece> pieces = new ArrayList<>();
        for (int at = 1; at < readings.size(); at++) {
            pieces.add(new Piece(
                    readings.get(at - 1).at(),
                    readings.get(at).at(),
                    kwh(readings.get(at)) - kwh(readings.get(at - 1))));
        }
        return pieces;
    }

    private static double kwh(Message reading) {
        return ((BigDecimal) reading.values().get("energyKwh")).doubleValue();
    }
}
