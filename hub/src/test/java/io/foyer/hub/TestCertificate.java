package io.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PemKeyCertOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** A self-signed certificate and its key, in the PEM files {@code hub.crt} and {@code hub.key} of a folder. */
public final class TestCertificate {
    private static final char[] SECRET = "changeit".toCharArray();

    private TestCertificate() {}

    public static PemKeyCertOptions make(Path folder, String commonName) throws Exception {
        return make(folder, commonName, "san=dns:" + commonName);
    }

    /** With an extension as keytool takes it. */
    public static PemKeyCertOptions make(Path folder, String commonName, String extension) throws Exception {
        Path store = folder.resolve(commonName + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "hub",
                        "-dname",
                        "CN=" + commonName,
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(SECRET),
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, SECRET);
        }
        Path certificate = folder.resolve("hub.crt");
        Path key = folder.resolve("hub.key");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("hub").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", keys.getKey("hub", SECRET).getEncoded()));
        return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind);
    }
}
