package io.foyer.hub.web.login;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that people type. It says which pages are the hub's own, whether people use HTTPS, and who asks.
 *
 * @param origin the origin of {@code http.publicUrl}; empty where people reach the hub without a proxy
 * @param path the beginning of every path in people's browsers, without a slash at its end; a proxy removes it
 * @param secure true where people use HTTPS
 */
public record PublicAddress(Optional<WebOrigin> origin, String path, boolean secure) {
    private static final Pattern URL =
            Pattern.compile("(https?://[^/?#]+)((?:/[A-Za-z0-9._~-]+)*)/?", Pattern.CASE_INSENSITIVE);

    /** The address without a proxy. */
    public static PublicAddress direct(boolean tls) {
        return new PublicAddress(Optional.empty(), "", tls);
    }

    /**
     * Reads a URL such as {@code https://hub.example.com} or {@code https://example.com/foyer}; empty for other texts.
     */
    public static Optional<PublicAddress> of(String url) {
        Matcher found = URL.matcher(url.strip());
        return found.matches()
                ? WebOrigin.of(found.group(1))
                        .map(origin -> new PublicAddress(
                                Optional.of(origin),
                                found.group(2),
                                origin.scheme().equals("https")))
                : Optional.empty();
    }

    /**
     * True where a browser says that the request comes from a page of another host. Without a public address the hub
     * does not know whether a proxy speaks HTTPS; then both schemes are the hub's own.
     */
    public boolean isForeign(HttpServerRequest request) {
        @Nullable String written = request.getHeader("Origin");
        if (written == null) {
            return false;
        }
        Optional<WebOrigin> from = WebOrigin.of(written);
        if (from.isEmpty()) {
            return true;
        }
        String scheme = request.isSSL() ? "https" : from.get().scheme();
        return !from.equals(origin) && !from.equals(own(request).flatMap(host -> WebOrigin.of(scheme, host)));
    }

    private static Optional<String> own(HttpServerRequest request) {
        @Nullable String host = request.getHeader("Host");
        @Nullable HostAndPort authority = host == null ? request.authority() : null;
        return Optional.ofNullable(authority == null ? host : authority.toString());
    }

    /**
     * The address of the client. A proxy on this machine writes it as the last entry of {@code X-Forwarded-For}. From
     * other senders the hub does not read the header, because they could write anything there.
     */
    public String clientOf(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        @Nullable InetAddress address = NetUtil.createInetAddressFromIpAddressString(peer);
        if (origin.isEmpty() || address == null || !address.isLoopbackAddress()) {
            return peer;
        }
        List<String> written = request.headers().getAll("X-Forwarded-For");
        String list = written.isEmpty() ? "" : written.get(written.size() - 1);
        String last = list.substring(list.lastIndexOf(',') + 1).strip();
        @Nullable InetAddress client = NetUtil.createInetAddressFromIpAddressString(last);
        return client == null ? peer : NetUtil.toAddressString(client);
    }
}
