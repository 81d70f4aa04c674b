package io.foyer.hub.web.login;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a page, as RFC 6454 compares origins. A missing port is the scheme's port, capitals make no difference,
 * and an IPv6 address is the same in every notation.
 */
public record WebOrigin(String scheme, String host, int port) {
    private static final Pattern URL = Pattern.compile("(https?)://([^/?#]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:@\\s]+)(?::([0-9]{0,5}))?");
    private static final int LAST_PORT = 65_535;

    /** Reads {@code scheme://host:port}; empty for other texts, such as a browser's {@code null}. */
    public static Optional<WebOrigin> of(String url) {
        Matcher found = URL.matcher(url);
        return found.matches() ? of(found.group(1), found.group(2)) : Optional.empty();
    }

    /** The origin of a scheme and a {@code Host} header. */
    public static Optional<WebOrigin> of(String scheme, String authority) {
        Matcher found = AUTHORITY.matcher(authority.strip());
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (!found.matches()) {
            return Optional.empty();
        }
        @Nullable String written = found.group(2);
        int usual = lower.equals("https") ? 443 : 80;
        int port = written == null || written.isEmpty() ? usual : Integer.parseInt(written);
        return port > LAST_PORT ? Optional.empty() : Optional.of(new WebOrigin(lower, host(found.group(1)), port));
    }

    private static String host(String written) {
        @Nullable InetAddress address = written.startsWith("[") ? NetUtil.createInetAddressFromIpAddressString(written) : null;
        return address == null ? written.toLowerCase(Locale.ROOT) : '[' + NetUtil.toAddressString(address) + ']';
    }
}
