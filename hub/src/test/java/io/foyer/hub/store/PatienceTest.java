package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foyer.hub.domain.PeopleChange.PeopleUpdate;
import io.foyer.hub.domain.access.Member;
import io.foyer.hub.site.Batch;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final WorkPatience patience = new WorkPatience(vertx, loop, Duration.ofMillis(50));

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private <T> Future<T> bound(WorkPatience patience, Future<T> work) {
        Promise<T> end = Promise.promise();
        loop.runOnContext(turn -> patience.bound(() -> work).onComplete(end));
        return end.future();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void what_may_take_longer_is_waited_for_when_other_work_has_failed() {
        Promise<String> file = Promise.promise();
        Future<String> taken = bound(patience.longer(Duration.ofHours(1)), file.future());

        assertThatThrownBy(() -> await(bound(patience, Promise.<String>promise().future())))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);

        assertThat(taken.isComplete()).isFalse();
        file.complete("all of it");
        assertThat(await(taken)).isEqualTo("all of it");
    }

    @Test
    void a_file_of_people_may_take_longer_by_what_it_has() {
        Member ann = new Member("ann", "Ann", null, Set.of());
        Batch.BatchEntry file =
                new Batch.BatchEntry("harbour", List.of(new PeopleUpdate(List.of(ann, ann), List.of(), List.of())));

        assertThat(new Batch(List.of(file, file)).patience()).isEqualTo(Duration.ofNanos(400_000));
        assertThat(new Batch(List.of()).patience()).isZero();
    }
}
