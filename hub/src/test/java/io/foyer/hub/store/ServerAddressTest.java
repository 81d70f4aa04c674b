package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @Test
    void a_url_says_where_and_as_whom() {
        assertThat(ServerAddress.parse("postgresql://ann:p%40%3A+%2F@db.example:6543/my%20db"))
                .isEqualTo(new ServerAddress("db.example", 6543, "my db", "ann", "p@:+/", false));
        assertThat(ServerAddress.parse("postgresql://ann@[::1]/db?sslmode=require"))
                .isEqualTo(new ServerAddress("[::1]", 5432, "db", "ann", "", true));
    }

    @Test
    void it_is_never_shown_with_its_password() {
        assertThat(ServerAddress.parse("postgresql://ann:secret@h/db")).hasToString("h:5432/db");
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
                "postgresql://u:secret@h/db?sslmode=verify-full",
                "postgresql://u:sec ret@h/db"
            })
    void what_is_no_address_is_refused_with_an_example_and_without_the_password(String url) {
        assertThatThrownBy(() -> ServerAddress.parse(url))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("postgresql://user:password@host:port/db")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
