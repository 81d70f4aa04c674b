package io.foyer.hub.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final Deadlines<String> deadlines = new Deadlines<>();

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void what_is_due_comes_out_once_the_earliest_first() {
        deadlines.set("late", at(9));
        deadlines.set("third", at(3));
        deadlines.set("second", at(2));
        assertThat(deadlines.next()).isEqualTo(at(2));
        assertThat(deadlines.removeDue(at(1))).isEmpty();
        assertThat(deadlines.removeDue(at(3))).containsExactly("second", "third");
        assertThat(deadlines.removeDue(at(3))).isEmpty();
        assertThat(deadlines.next()).isEqualTo(at(9));
    }

    @Test
    void what_is_put_off_or_brought_forward_is_due_at_its_last_deadline_alone() {
        deadlines.set("off", at(2));
        deadlines.set("off", at(5));
        deadlines.set("forward", at(8));
        deadlines.set("forward", at(1));
        assertThat(deadlines.next()).isEqualTo(at(1));
        assertThat(deadlines.removeDue(at(4))).containsExactly("forward");
        assertThat(deadlines.next()).isEqualTo(at(5));
        assertThat(deadlines.removeDue(at(9))).containsExactly("off");
        assertThat(deadlines.next()).isNull();
    }

    @Test
    void what_has_no_deadline_any_more_is_not_due() {
        deadlines.set("gone", at(1));
        deadlines.set("gone", null);
        assertThat(deadlines.next()).isNull();
        assertThat(deadlines.removeDue(at(9))).isEmpty();
    }

    @Test
    void what_is_due_at_once_comes_in_the_order_in_which_it_was_said() {
        deadlines.set("b", Deadlines.AT_ONCE);
        deadlines.set("a", Deadlines.AT_ONCE);
        deadlines.set("b", at(7));
        assertThat(deadlines.removeDue(at(1))).containsExactly("a");
        assertThat(deadlines.removeDue(at(7))).containsExactly("b");
    }
}
