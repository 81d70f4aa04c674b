package io.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.definition.BilingualText;
import io.foyer.hub.domain.definition.SiteDefinition;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reloads that come at once: each works with what the one before has made of the sites. */
class ReloadsTest {
    @RegisterExtension
    final TestSite site = new TestSite();

    private final Promise<Void> loading = Promise.promise();

    private static SiteSetup annex() {
        SiteDefinition definition = TinyHouse.definition();
        return TestSite.setup(new SiteDefinition(
                "annex",
                BilingualText.of("Annex"),
                definition.timeZone(),
                definition.currency(),
                definition.zones(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
    }

    /** All that was handed to a worker so far is done, and what comes of it. */
    private void filesAreRead() {
        site.on(() -> site.vertx.executeBlocking(() -> true));
        site.turn();
    }

    @Test
    void two_reloads_at_once_open_a_new_site_once() {
        site.files.add(annex());
        site.journal.loads = loading.future();
        Future<List<String>> first = site.sites.reload("ann");
        filesAreRead();
        Future<List<String>> second = site.sites.reload("bob");
        filesAreRead();

        assertThat(site.journal.loaded).containsExactly("harbour", "annex");
        loading.complete();

        assertThat(site.on(() -> first)).containsExactly("+ site annex");
        assertThat(site.on(() -> second)).isEmpty();
        assertThat(site.journal.loaded).containsExactly("harbour", "annex");
    }

    @Test
    void those_that_come_while_one_goes_on_are_one_and_see_the_files_as_they_are_after_it() {
        site.files.add(annex());
        site.journal.loads = loading.future();
        Future<List<String>> first = site.sites.reload("ann");
        filesAreRead();
        Future<List<String>> second = site.sites.reload("bob");
        Future<List<String>> third = site.sites.reload("cai");
        filesAreRead();
        site.files.remove(1);
        loading.complete();

        assertThat(site.on(() -> first)).containsExactly("+ site annex");
        assertThat(site.on(() -> second.otherwise(gone -> List.of(gone.getMessage()))))
                .hasSize(1);
        assertThat(site.on(() -> third.otherwise(gone -> List.of(gone.getMessage()))))
                .isEqualTo(site.on(() -> second.otherwise(gone -> List.of(gone.getMessage()))));
    }
}
