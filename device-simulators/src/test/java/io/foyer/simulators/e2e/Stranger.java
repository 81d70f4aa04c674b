package io.foyer.simulators.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A bare socket at one of the hub's ports: sends any bytes and says what comes back. */
final class Stranger implements AutoCloseable {
    private final Socket socket;

    private Stranger(Socket socket) {
        this.socket = socket;
    }

    static Stranger at(int port) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(TestDevice.PATIENCE_S * 1_000);
            return new Stranger(socket);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Asks for a WebSocket; returns the head of the answer. */
    static Answered webSocket(int port, String path, String... headers) {
        Stranger stranger = at(port);
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n")
                .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        stranger.send(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return new Answered(stranger, stranger.head());
    }

    record Answered(Stranger stranger, String head) {}

    void send(byte... bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException ended) {
            // What comes behind the end of a connection is nobody's.
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** The next byte, or -1 where the hub has ended the connection. */
    int read() {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }

    /** Reads until the hub ends the connection; returns how many bytes came before. */
    int readToTheEnd() {
        int count = 0;
        while (read() >= 0) {
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
