package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.store.OldDatabase.Known;
import io.foyer.hub.store.SharedStore.Shared;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStore.class)
class OldBackupTest {
    private final Shared shared;

    OldBackupTest(Shared shared) {
        this.shared = shared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "5"})
    void a_backup_of_an_older_foyer_is_brought_up_to_date_as_its_database_would_be(
            String version, @TempDir Path folder) {
        Path file = folder.resolve("old.zip");
        Manifest manifest = OldDatabase.ofVersion(version, shared)
                .blockedCard("00000004A2B3C4", "ann")
                .card("04A2B3C4", "ann")
                .card("04a2b3c4", "ann")
                .card("12345", "bob")
                .backUp(file);
        assertThat(manifest.schema()).isEqualTo(version);

        OldDatabase target = OldDatabase.empty(shared);
        Restore.read(target.settings(), file);
        Known known = target.start();
        assertThat(known.values()).containsExactly("00003039", "04A2B3C4");
        assertThat(known.shown("04A2B3C4")).isEqualTo("ann, blocked");
        assertThat(known.shown("00003039")).isEqualTo("bob");
        assertThat(known.told()).hasSize(2);
        assertThat(target.backUp(folder.resolve("new.zip")).schema()).isNotIn("2.1", version);
    }
}
