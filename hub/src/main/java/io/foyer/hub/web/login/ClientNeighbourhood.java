package io.foyer.hub.web.login;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: an IPv4 address, or the /64 network of an IPv6 address, because a customer has a whole
 * /64.
 */
public final class ClientNeighbourhood {
    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_BYTES = 8;

    private ClientNeighbourhood() {}

    /** The neighbourhood of an address as {@link PublicAddress#clientOf} gives it. */
    public static String of(String address) {
        @Nullable InetAddress read = NetUtil.createInetAddressFromIpAddressString(address);
        if (read == null) {
            return address;
        }
        return read.getAddress().length > IPV4_BYTES
                ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK_BYTES)) + "::/64"
                : read.getHostAddress();
    }
}
