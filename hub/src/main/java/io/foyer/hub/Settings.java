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
 * How this hub is to run.
 *
 * @param httpPort and the other ports: 0 is any free one; {@code mqttWsPort} -1 is off
 * @param tls with it, HTTPS and MQTTS are served
 * @param dataDir where all that must last is kept
 * @param publicAddress what people type where a proxy stands before the hub
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

    /** Reads {@code folder/hub.yaml} and the environment's {@code FOYER_} variables, which win. */
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

    /** What people type: the public address, or the hub's own. */
    public PublicAddress address() {
        return publicAddress.orElse(PublicAddress.direct(tls.isPresent()));
    }

    /** An IPv6 address may be written in brackets, as in a URL. */
    private static String host(SettingsFile file, String key) {
        String host = file.text(key).orElse("127.0.0.1").strip();
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** PEM files that belong together. */
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

    /** True where others than this machine can reach the hub. */
    public boolean isBeyondLoopback() {
        return !isLoopback(httpHost) || !isLoopback(mqttHost);
    }

    /** Where MQTT without TLS and MQTT over WebSocket listen: beyond this machine only where that is wanted. */
    public String plainMqttHost() {
        return tls.isPresent() && !insecure && !isLoopback(mqttHost) ? "127.0.0.1" : mqttHost;
    }

    /** Which database to use. */
    public DatabaseSettings database() {
        return new DatabaseSettings(dataDir, databaseUrl);
    }

    /** Passwords in plain text are for trials on one machine. */
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
