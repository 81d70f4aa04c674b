package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.foyer.hub.site.HubSeal;
import io.foyer.hub.web.TestAccounts;
import io.foyer.hub.web.login.SessionTokens;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDoorTest {
    @Test
    void it_makes_the_data_directory_and_leaves_no_session_behind(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("hub.yaml"), "");
        Path data = folder.resolve("data");
        Settings settings = Settings.read(folder, Map.of("FOYER_DATA_DIR", data.toString()));
        TestAccounts accounts = new TestAccounts();
        Vertx vertx = Vertx.vertx();
        try {
            LocalAccess door = LocalAccess.open(
                            vertx,
                            settings,
                            folder,
                            accounts,
                            new SessionTokens(new HubSeal(new byte[32])),
                            1,
                            Clock.systemUTC())
                    .await(30, TimeUnit.SECONDS);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            Path file = data.resolve(LocalAccess.FILE);
            var first = new JsonMapper().readValue(file.toFile(), LocalAccess.HubFile.class);
            assertThat(first.config()).isEqualTo(folder.toString());

            door.renew(first.url(), folder.toString(), Clock.systemUTC()).await(30, TimeUnit.SECONDS);
            assertThat(accounts.sessions).hasSize(1);
            assertThat(Files.readString(file)).doesNotContain(first.token());

            door.close().await(30, TimeUnit.SECONDS);
            assertThat(accounts.sessions).isEmpty();
            assertThat(file).doesNotExist();
        } finally {
            vertx.close().await(30, TimeUnit.SECONDS);
        }
    }
}
