package io.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path folder;

    @Test
    void it_is_durable_and_keeps_its_data_over_a_restart() throws IOException {
        try (Server server = Server.open(TestStore.embedded(folder))) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(TestStore.query(server.address(), "SHOW " + setting)).containsExactly("on");
            }
            TestStore.execute(server.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(Postmaster.on(DataFolder.cluster(folder))).isEmpty();

        try (Server server = Server.open(TestStore.embedded(folder))) {
            assertThat(TestStore.query(server.address(), "SELECT answer FROM kept"))
                    .containsExactly("42");
        }
    }

    @Test
    void nobody_gets_in_without_the_password_and_only_its_owner_can_read_it() throws IOException, SQLException {
        try (Server server = Server.open(TestStore.embedded(folder))) {
            ServerAddress right = server.address();
            for (String password : List.of("wrong", " ")) {
                ServerAddress wrong =
                        new ServerAddress(right.host(), right.port(), right.database(), right.user(), password);
                assertThatThrownBy(wrong::connect)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(right.jdbcUrl(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class);
            assertThat(TestStore.query(right, "SELECT rolpassword FROM pg_authid WHERE rolpassword IS NOT NULL"))
                    .singleElement()
                    .asString()
                    .startsWith("SCRAM-SHA-256$");
            assertThat(TestStore.query(right, "SELECT auth_method FROM pg_hba_file_rules"))
                    .containsOnly("scram-sha-256");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DataFolder.passwordFile(folder))))
                    .isEqualTo("rw-------");
            assertThat(TestStore.query(right, "SHOW unix_socket_directories")).containsExactly("");
        }
    }

    @Test
    void it_listens_on_the_loopback_address_only() throws IOException {
        try (Server server = Server.open(TestStore.embedded(folder))) {
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            for (InetAddress other : others) {
                assertThatThrownBy(() -> new Socket(other, server.address().port()).close())
                        .isInstanceOf(IOException.class);
            }
            new Socket("127.0.0.1", server.address().port()).close();
        }
    }

    @Test
    void a_server_left_over_by_a_killed_hub_is_stopped_first() throws Exception {
        TestStore.embedded(folder);
        Process holder = holder();
        Postmaster left = Postmaster.on(DataFolder.cluster(folder)).orElseThrow();
        assertThatThrownBy(() -> Server.open(TestStore.embedded(folder)))
                .as("while the other lives")
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Another Foyer (process " + holder.pid() + ")")
                .hasMessageContaining("stop it");

        holder.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(Postmaster.on(DataFolder.cluster(folder))).contains(left);

        try (Server server = Server.open(TestStore.embedded(folder))) {
            assertThat(Postmaster.on(DataFolder.cluster(folder)).orElseThrow().process())
                    .isNotEqualTo(left.process());
            assertThat(TestStore.query(server.address(), "SELECT who FROM held"))
                    .containsExactly("holder");
        }
    }

    @Test
    void a_process_that_is_told_to_end_while_it_starts_the_server_leaves_none_behind() throws Exception {
        TestStore.embedded(folder);
        Process starting = start(Holder.class);
        Path pidFile = DataFolder.cluster(folder).resolve("postmaster.pid");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (Files.notExists(pidFile)) {
            assertThat(System.nanoTime()).as("two minutes have passed").isLessThan(end);
            Thread.onSpinWait();
        }
        starting.destroy();
        assertThat(starting.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.on(DataFolder.cluster(folder))).isEmpty();
    }

    @Test
    void a_pid_file_that_names_a_living_stranger_or_a_dead_process_does_not_keep_it_from_starting() throws Exception {
        Server.open(TestStore.embedded(folder)).close();
        Path pidFile = DataFolder.cluster(folder).resolve("postmaster.pid");
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            for (long pid : List.of(stranger.pid(), 4_194_303L)) {
                Files.writeString(
                        pidFile, pid + "\n" + DataFolder.cluster(folder) + "\n1795437586\n54399\n\n127.0.0.1\n");
                try (Server server = Server.open(TestStore.embedded(folder))) {
                    assertThat(TestStore.query(server.address(), "SELECT 1")).containsExactly("1");
                }
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void data_of_another_major_version_is_refused_with_the_remedy() throws IOException {
        Server.open(TestStore.embedded(folder)).close();
        Files.writeString(DataFolder.cluster(folder).resolve("PG_VERSION"), "15\n");

        assertThatThrownBy(() -> Server.open(TestStore.embedded(folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("PostgreSQL 15")
                .hasMessageContaining("./foyer backup FILE")
                .hasMessageContaining("./foyer restore FILE");
    }

    @Test
    void an_initialisation_that_was_cut_short_is_begun_again() throws IOException {
        TestStore.embedded(folder);
        Path unfinished = folder.resolve("postgres.new");
        Files.createDirectories(unfinished);
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");

        try (Server server = Server.open(TestStore.embedded(folder))) {
            assertThat(TestStore.query(server.address(), "SELECT 1")).containsExactly("1");
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void a_server_that_cannot_start_says_why_at_once() throws IOException {
        Server.open(TestStore.embedded(folder)).close();
        Path control = DataFolder.cluster(folder).resolve("global/pg_control");
        Files.delete(control);

        assertThatThrownBy(() -> Server.open(TestStore.embedded(folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("pg_control");
    }

    /** Another JVM that has opened the server and waits to be killed. */
    private Process holder() throws IOException {
        Process process = start(Holder.class);
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("held")) {
                return process;
            }
        }
        throw new AssertionError("the holder ended too soon");
    }

    private Process start(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            Server server = Server.open(TestStore.embedded(Path.of(arguments[0])));
            TestStore.execute(server.address(), "CREATE TABLE held AS SELECT 'holder' AS who");
            System.out.println("held");
            System.in.read();
            Thread.currentThread().join();
        }
    }
}
