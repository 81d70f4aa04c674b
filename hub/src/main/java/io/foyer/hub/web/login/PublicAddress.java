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
 * The address that people type: which pages are our own, whether they come by HTTPS, and who asks.
 *
 * @param origin of {@code http.publicUrl}; empty where people come straight to the hub
 * @param path what stands before every path in their browsers, without a slash at its end; a proxy takes it away
 * @param secure whether people come by HTTPS
 */
public record PublicAddress(Optional<WebOrigin> origin, String path, boolean secure) {
    private static final Pattern URL =
            Pattern.compile("(https?://[^/?#]+)((?:/[A-Za-z0-9._~-]+)*)/?", Pattern.CASE_INSENSITIVE);

    /** Without a proxy. */
    public static PublicAddress direct(boolean tls) {
        return new PublicAddress(Optional.empty(), "", tls);
    }

    /** Of a URL such as {@code https://hub.example.com} or {@code https://example.com/foyer}; empty where it is none. */
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
     * True where a browser says that the request comes from a page of another host. Whether a proxy before us speaks
     * HTTPS is not known without a public address, so then either scheme is ours.
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
     * The address that asks. Behind a proxy it is what the proxy on this machine wrote last into
     * {@code X-Forwarded-For}; anybody else could write anything there, so it is not read from them.
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
