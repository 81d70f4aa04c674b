package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void a_url_says_where_and_as_whom() {
        assertThat(DatabaseUrl.parse("postgresql://ann:p%40%3A+%2F@db.example:6543/my%20db"))
                .isEqualTo(new ServerAddress("db.example", 6543, "my db", "ann", "p@:+/"));
        assertThat(DatabaseUrl.parse("postgresql://ann@[::1]/db?sslmode=require"))
                .isEqualTo(new ServerAddress("[::1]", 5432, "db", "ann", "", SslMode.REQUIRE, Optional.empty()));
    }

    @Test
    void what_is_trusted_is_said_as_libpq_names_it(@TempDir Path folder) throws IOException {
        Path roots = Files.writeString(folder.resolve("our roots.crt"), "");
        String url = "postgresql://ann@db/db?sslrootcert=" + roots.toString().replace(" ", "%20") + "&sslmode=";
        assertThat(DatabaseUrl.parse(url + "verify-full"))
                .isEqualTo(new ServerAddress("db", 5432, "db", "ann", "", SslMode.VERIFY_FULL, Optional.of(roots)));
        assertThat(DatabaseUrl.parse(url + "require").encryption()).isEqualTo(SslMode.VERIFY_CA);
        assertThat(DatabaseUrl.parse(url.substring(0, url.indexOf("&"))).encryption())
                .as("not in clear text")
                .isEqualTo(SslMode.VERIFY_FULL);
        for (String mode : List.of("require", "verify-ca", "verify-full")) {
            assertThat(DatabaseUrl.parse("postgresql://ann@db/db?sslrootcert=system&sslmode=" + mode)
                            .encryption())
                    .isEqualTo(SslMode.VERIFY_FULL);
        }
        assertThatThrownBy(() -> DatabaseUrl.parse(url + "disable")).hasMessageContaining("remove one of the two");
        assertThatThrownBy(() -> DatabaseUrl.parse(url + "prefer")).hasMessageContaining("verify-full");
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://ann@db/db?sslrootcert=/nowhere.crt"))
                .hasMessageContaining("/nowhere.crt cannot be read");
    }

    @Test
    void an_address_is_never_shown_with_its_password() {
        assertThat(DatabaseUrl.parse("postgresql://ann:secret@h/db")).hasToString("h:5432/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "jdbc:postgresql://h/db",
                "mysql://u:secret@h/db",
                "postgresql://h/db",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h/",
                "postgresql://u:secret@h/db?sslcert=a",
                "postgresql://u:sec ret@h/db"
            })
    void what_is_no_url_is_refused_with_an_example_and_without_the_password(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("postgresql://user:password@host:port/db")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
