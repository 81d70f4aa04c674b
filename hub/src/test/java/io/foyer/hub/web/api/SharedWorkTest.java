package io.foyer.hub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private final List<Promise<String>> begun = new ArrayList<>();
    private final SharedWork<String> work = new SharedWork<>();

    private Future<String> ask(String key) {
        return work.of(key, () -> {
            Promise<String> one = Promise.promise();
            begun.add(one);
            return one.future();
        });
    }

    @Test
    void who_asks_meanwhile_shares_the_work_that_begins_after() {
        Future<String> first = ask("october");
        Future<String> second = ask("october");
        Future<String> third = ask("october");
        assertThat(begun).hasSize(1);
        begun.get(0).complete("version 1");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("version 2");
        assertThat(List.of(first.result(), second.result(), third.result()))
                .containsExactly("version 1", "version 2", "version 2");
        ask("october");
        assertThat(begun).hasSize(3);
    }

    @Test
    void work_that_fails_holds_nobody_up_and_other_keys_do_not_wait() {
        Future<String> first = ask("october");
        Future<String> second = ask("october");
        ask("november");
        assertThat(begun).hasSize(2);
        begun.get(0).fail("the database is away");
        assertThat(first.failed()).isTrue();
        begun.get(2).complete("version 1");
        assertThat(second.result()).isEqualTo("version 1");
    }
}
