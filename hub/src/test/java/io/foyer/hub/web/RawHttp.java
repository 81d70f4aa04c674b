package io.foyer.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A connection that says exactly these bytes. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private final Socket socket;

    RawHttp(TestHub hub) throws IOException {
        socket = new Socket("127.0.0.1", hub.port);
        socket.setSoTimeout(PATIENCE_MS);
    }

    RawHttp say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** All that comes until the hub ends the connection. */
    String hearAll() throws IOException {
        StringBuilder heard = new StringBuilder();
        try {
            for (int one = socket.getInputStream().read();
                    one >= 0;
                    one = socket.getInputStream().read()) {
                heard.append((char) one);
            }
        } catch (SocketException reset) {
            // what was still unread makes the end a hard one
        }
        return heard.toString();
    }

    /** The next line, without its end; empty at the end of a head and of the connection. */
    String hearLine() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.append((char) one);
        }
        return line.toString().strip();
    }

    static String all(TestHub hub, String text) throws IOException {
        try (RawHttp raw = new RawHttp(hub)) {
            return raw.say(text).hearAll();
        }
    }

    static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\nHost: hub\r\n"
                + String.join(
                        "",
                        Arrays.stream(headers).map(header -> header + "\r\n").toList()) + "\r\n";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
