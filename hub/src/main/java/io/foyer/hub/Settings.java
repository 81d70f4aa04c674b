package io.foyer.hub;

import io.foyer.hub.config.ConfigException;
import io.foyer.hub.config.SettingsFile;
import io.foyer.hub.store.DatabaseSettings;
import io.foyer.hub.web.login.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How this hub runs.
 *
 * @param httpPort this and the other ports: 0 takes any free port; {@code mqttWsPort} -1 switches it off
 * @param tls with a certificate the hub serves HTTPS and MQTTS
 * @param dataDir the directory of everything that must last
 * @param publicAddress the address that people type when a proxy stands before the hub
 * @param databaseUrl of an existing PostgreSQL, or empty for the embedded one
 */
public record Settings(
        String httpHost,
        int httpPort,
        String mqttHost,
        int mqttPort,
        int mqttWsPort,
        int mqttsPort,
        Optional<Tls> tls,
        boolean insecure,
        Path dataDir,
        Optional<String> databaseUrl,
        Optional<String> adminPassword,
        Optional<PublicAddress> publicAddress) {

    /**
     * Reads {@code folder/hub.yaml} and the {@code FOYER_} variables of the environment. A variable wins over the file.
     */
    public static Settings read(Path folder, Map<String, String> environment) {
        SettingsFile file = SettingsFile.read(folder.resolve("hub.yaml"), environment);
        Settings settings = new Settings(
                host(file, "http.host"),
                file.port("http.port", 8080, 0),
                host(file, "mqtt.host"),
                file.port("mqtt.port", 1883, 0),
                file.port("mqtt.ws.port", 8083, -1),
                file.port("mqtts.port", 8883, 0),
                tls(file),
                file.flag("insecure"),
                Path.of(file.text("data.dir").orElse("data")),
                file.text("database.url"),
                file.text("admin.password"),
                publicAddress(file));
        if (settings.isBeyondLoopback() && settings.tls.isEmpty() && !settings.insecure) {
            throw file.fault(
                    "http.host",
                    "the hub would listen beyond this machine without TLS. Set `tls.certificate` and `tls.key`, or"
                            + " `insecure: true` if the network is your own.");
        }
        return settings;
    }

    private static Optional<PublicAddress> publicAddress(SettingsFile file) {
        return file.text("http.publicUrl").map(url -> PublicAddress.of(url)
                .orElseThrow(() -> file.fault(
                        "http.publicUrl",
                        "`http.publicUrl` is `" + url
                                + "`. Write the address that people type, such as https://foyer.example.com.")));
    }

    /** The address that people type: the public address, or else the hub's own. */
    public PublicAddress address() {
        return publicAddress.orElse(PublicAddress.direct(tls.isPresent()));
    }

    /** An IPv6 address may stand in brackets, as in a URL. */
    private static String host(SettingsFile file, String key) {
        String host = file.text(key).orElse("127.0.0.1").strip();
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** PEM files of one key pair. */
    public record Tls(Path certificate, Path key) {}

    private static Optional<Tls> tls(SettingsFile file) {
        Optional<Path> certificate = file.file("tls.certificate");
        Optional<Path> key = file.file("tls.key");
        if (certificate.isPresent() != key.isPresent()) {
            throw file.fault(
                    "tls.certificate", "`tls.certificate` and `tls.key` belong together. Set both or neither.");
        }
        return certificate.map(path -> new Tls(path, key.orElseThrow()));
    }

    /** True where other machines can reach the hub. */
    public boolean isBeyondLoopback() {
        return !isLoopback(httpHost) || !isLoopback(mqttHost);
    }

    /**
     * The host on which MQTT without TLS and MQTT over WebSocket listen. Other machines reach it only where a setting
     * says so.
     */
    public String plainMqttHost() {
        return tls.isPresent() && !insecure && !isLoopback(mqttHost) ? "127.0.0.1" : mqttHost;
    }

    /** The database to use. */
    public DatabaseSettings database() {
        return new DatabaseSettings(dataDir, databaseUrl);
    }

    /** True where passwords must not be in plain text. Plain passwords are for trials on one machine. */
    public boolean refusesPlainPasswords() {
        return isBeyondLoopback();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ConfigException(
                    "there is no address `" + host + "`. Use 127.0.0.1, 0.0.0.0 or one of this machine.");
        }
    }
}
