package io.foyer.hub.site;

import static io.foyer.hub.site.TestSite.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import io.foyer.hub.domain.EnergyChange;
import io.foyer.hub.domain.Message;
import io.foyer.hub.domain.energy.Quarter;
import io.foyer.hub.domain.energy.Reading;
import io.foyer.hub.domain.energy.Repair;
import io.foyer.hub.site.command.Command;
import io.foyer.hub.site.command.PutReading;
import io.foyer.hub.site.command.PutRepair;
import io.foyer.hub.site.command.RemoveRepair;
import io.foyer.hub.site.command.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people say about a meter. */
class ReadingCommandsTest {
    private static final long KWH = 1_000_000;

    @RegisterExtension
    final TestSite site = new TestSite();

    private static Instant minute(int minute) {
        return NOW.minusSeconds(3_600).plusSeconds(60L * minute);
    }

    private Reply read(int minute, double kWh) {
        return settled(new PutReading("main", new Reading(minute(minute), Math.round(kWh * KWH))));
    }

    /** Commits whatever comes until the command is answered. */
    private Reply settled(Command command) {
        Future<Reply> reply = site.change(command);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reply.isComplete() && System.nanoTime() < end) {
            if (site.journal.waiting() > 0) {
                site.let();
            } else {
                site.turn();
            }
        }
        return reply.result();
    }

    private static Repair repair(String id, int from, int to) {
        return new Repair("main", id, minute(from), minute(to), 3 * KWH, "a hole", "admin", NOW);
    }

    private List<String> wrong(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.InvalidFields.class);
        return ((Reply.InvalidFields) reply)
                .errors().stream()
                        .map(error -> error.field() + " " + error.text().en())
                        .toList();
    }

    private List<Quarter> quarters() {
        return site.journal.written.stream()
                .filter(EnergyChange.FoldUpdate.class::isInstance)
                .flatMap(change -> ((EnergyChange.FoldUpdate) change).fold().quarters().stream())
                .toList();
    }

    @Test
    void readings_by_hand_are_booked_like_any_and_stand_in_the_trail() {
        assertThat(read(0, 100)).isEqualTo(new Reply.Success());
        assertThat(read(10, 101.5)).isEqualTo(new Reply.Success());
        assertThat(quarters()).containsExactly(new Quarter("main", minute(0), 1_500_000, false));
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .contains(new Change.AuditRecord(NOW, "admin", "put-reading", "main", "101.5 at " + minute(10)));
        assertThat(site.frames).last().satisfies(frame -> assertThat(frame.toString())
                .contains("main"));
    }

    @Test
    void the_same_instant_again_corrects_it_and_the_trail_says_what_it_was() {
        read(0, 100);
        read(10, 120);
        assertThat(read(10, 101)).isEqualTo(new Reply.Success());
        assertThat(read(10, 101)).as("and once more").isEqualTo(new Reply.Success());
        assertThat(quarters()).last().isEqualTo(new Quarter("main", minute(0), KWH, false));
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .extracting(change -> ((Change.AuditRecord) change).detail())
                .contains("101 at " + minute(10) + ", instead of 120");
    }

    @Test
    void one_below_the_last_or_above_the_next_is_refused_by_field_and_changes_nothing() {
        read(0, 100);
        read(20, 102);
        int before = site.journal.written.size();
        assertThat(wrong(read(30, 101.999999)))
                .singleElement()
                .asString()
                .startsWith("register is below 102, the reading of 2026-11-23 08:20");
        assertThat(wrong(read(10, 102.5)))
                .singleElement()
                .asString()
                .startsWith("register is above 102, the reading of 2026-11-23 08:20");
        assertThat(wrong(read(70, 103))).containsExactly("at must not be in the future");
        assertThat(wrong(read(30, 102_500))).singleElement().asString().startsWith("register cannot be");
        assertThat(site.journal.written).hasSize(before);
        assertThat(settled(new PutReading("nothing", new Reading(NOW, 1))))
                .isEqualTo(new Reply.MissingThing("meter nothing"));
    }

    @Test
    void late_readings_are_folded_before_it_and_live_ones_wait_until_it_is_settled() {
        site.hear("main", "meter", "a", minute(0), new Message.MeterReport(100 * KWH, null));
        site.hear("main", "meter", "b", minute(30), new Message.MeterReport(103 * KWH, null));
        site.hear("main", "meter", "c", minute(20), new Message.MeterReport(102 * KWH, null));
        Future<Reply> reply = site.change(new PutReading("main", new Reading(minute(10), 103 * KWH)));
        site.hear("main", "meter", "d", minute(40), new Message.MeterReport(104 * KWH, null));
        while (!reply.isComplete()) {
            if (site.journal.waiting() > 0) {
                site.let();
            } else {
                site.turn();
            }
        }
        assertThat(wrong(reply.result()))
                .singleElement()
                .asString()
                .startsWith("register is above 102, the reading of 2026-11-23 08:20");
        assertThat(read(10, 101)).isEqualTo(new Reply.Success());
        assertThat(site.log).containsSubsequence("durable a", "durable b", "durable c", "durable d");
    }

    @Test
    void while_the_database_is_away_nothing_is_read_by_hand() {
        site.hear("main", "meter", "a", minute(0), new Message.MeterReport(100 * KWH, null));
        site.refuse();
        site.turn();
        assertThat(site.change(new PutReading("main", new Reading(minute(10), 101 * KWH)))
                        .result())
                .isEqualTo(new Reply.Unavailability());
    }

    @Test
    void a_repair_stands_in_the_trail_and_another_one_of_its_stretch_is_refused() {
        assertThat(settled(new PutRepair(repair("r-1", 0, 30)))).isEqualTo(new Reply.Success());
        assertThat(settled(new PutRepair(repair("r-2", 15, 45)))).isInstanceOf(Reply.Conflict.class);
        assertThat(settled(new PutRepair(repair("r-2", 30, 45)))).isEqualTo(new Reply.Success());
        assertThat(wrong(settled(new PutRepair(repair("r-3", 45, 75)))))
                .containsExactly("to must not be in the future");
        assertThat(settled(new RemoveRepair("main", "r-1"))).isEqualTo(new Reply.Success());
        assertThat(settled(new RemoveRepair("main", "r-1")))
                .isEqualTo(new Reply.MissingThing("repair r-1 of meter main"));
        assertThat(settled(new PutRepair(repair("r-2", 15, 30)))).isEqualTo(new Reply.Success());
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .extracting(change -> ((Change.AuditRecord) change).action())
                .containsExactly("put-repair", "put-repair", "remove-repair", "put-repair");
        assertThat(site.journal.written)
                .filteredOn(Change.AuditRecord.class::isInstance)
                .extracting(change -> ((Change.AuditRecord) change).detail())
                .first()
                .isEqualTo("r-1, 3 from " + minute(0) + " to " + minute(30) + ": a hole");
    }

    @Test
    void two_repairs_of_one_stretch_on_their_way_are_not_both_taken() {
        Future<Reply> first = site.change(new PutRepair(repair("r-1", 0, 30)));
        Future<Reply> second = site.change(new PutRepair(repair("r-2", 15, 45)));
        assertThat(second.result()).isInstanceOf(Reply.Conflict.class);
        site.let();
        assertThat(first.result()).isEqualTo(new Reply.Success());
    }
}
