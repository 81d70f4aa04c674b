package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    private static final int PATIENCE_S = 60;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void devices_meet_the_new_certificate_once_its_files_have_changed(@TempDir Path folder) throws Exception {
        TestCertificate.make(folder, "old");
        KeyCertOptions watched = await(Certificate.watched(vertx, files(folder), 50));
        MqttServer server = MqttServer.create(
                        vertx,
                        new MqttServerOptions()
                                .setHost("127.0.0.1")
                                .setPort(0)
                                .setSsl(true)
                                .setKeyCertOptions(watched))
                .endpointHandler(device -> device.accept(false));
        await(server.listen());
        assertThat(nameMet(server.actualPort())).isEqualTo("CN=old");

        Path key = folder.resolve("hub.key");
        Path renewed = Files.createDirectory(folder.resolve("renewed"));
        TestCertificate.make(renewed, "new");
        FileTime sameOrOlder = Files.getLastModifiedTime(folder.resolve("hub.crt"));
        Files.delete(key); // a look may come now, and finds nothing that it can read
        Files.copy(renewed.resolve("hub.crt"), folder.resolve("hub.crt"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(folder.resolve("hub.crt"), sameOrOlder);
        meets("CN=old", server.actualPort());
        Files.copy(renewed.resolve("hub.key"), key);
        Files.setLastModifiedTime(key, FileTime.from(Instant.now().minusSeconds(86_400)));
        meets("CN=new", server.actualPort());
    }

    private void meets(String name, int port) throws Exception {
        Instant deadline = Instant.now().plusSeconds(PATIENCE_S);
        String met = nameMet(port);
        while (!met.equals(name) && Instant.now().isBefore(deadline)) {
            met = nameMet(port);
        }
        assertThat(met).isEqualTo(name);
    }

    @Test
    void files_that_are_no_pair_are_named(@TempDir Path folder) throws Exception {
        TestCertificate.make(folder, "hub");
        Files.writeString(folder.resolve("hub.key"), "no key");
        assertThatThrownBy(() -> await(Certificate.watched(vertx, files(folder), 50)))
                .hasMessageContaining("hub.crt")
                .hasMessageContaining("hub.key")
                .hasMessageContaining("PEM");
    }

    @Test
    void a_key_beside_the_certificate_of_another_is_told(@TempDir Path folder, @TempDir Path other) throws Exception {
        TestCertificate.make(folder, "hub");
        TestCertificate.make(other, "other");
        Files.copy(other.resolve("hub.key"), folder.resolve("hub.key"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> await(Certificate.watched(vertx, files(folder), 50)))
                .hasMessageContaining("the key is not the certificate's");
    }

    private static Settings.Tls files(Path folder) {
        return new Settings.Tls(folder.resolve("hub.crt"), folder.resolve("hub.key"));
    }

    private String nameMet(int port) throws Exception {
        NetClientOptions trusting =
                new NetClientOptions().setSsl(true).setTrustAll(true).setHostnameVerificationAlgorithm("");
        return await(vertx.createNetClient(trusting).connect(port, "127.0.0.1").map(socket -> {
            try {
                return ((X509Certificate) socket.peerCertificates().get(0))
                        .getSubjectX500Principal()
                        .getName();
            } catch (SSLPeerUnverifiedException e) {
                throw new IllegalStateException(e);
            } finally {
                socket.close();
            }
        }));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    }
}
