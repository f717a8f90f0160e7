package org.jiaogongti.platform.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom this server may call: nobody inside its own network whom the one who runs it has not named. */
public final class Receivers {

    private Receivers() {}

    /** The address where it may be a receiver at all: https, or a named host; no user name, no fragment. */
    public static Optional<URI> address(String url, Set<String> named) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return Optional.empty();
            }
            boolean secure = "https".equals(uri.getScheme());
            boolean plain = "http".equals(uri.getScheme()) && named.contains(host.toLowerCase(Locale.ROOT));
            return secure || plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether its host lies outside, or is named; looked up anew before each message. */
    public static boolean callable(URI uri, Set<String> named) {
        return reachable(uri.getHost(), named);
    }

    static boolean reachable(String host, Set<String> named) {
        if (named.contains(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Receivers::outside);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    static boolean outside(InetAddress address) {
        byte[] raw = address.getAddress();
        boolean uniqueLocal = raw.length == 16 && (raw[0] & 0xfe) == 0xfc;
        boolean shared = raw.length == 4 && (raw[0] & 0xff) == 100 && (raw[1] & 0xc0) == 64;
        return !address.isLoopbackAddress() && !address.isAnyLocalAddress() && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress() && !address.isMulticastAddress() && !uniqueLocal && !shared;
    }
}
