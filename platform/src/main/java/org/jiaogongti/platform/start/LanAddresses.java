package org.jiaogongti.platform.start;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Under which addresses phones in the same network can reach this machine. */
final class LanAddresses {

    /** Networks that containers and virtual machines make for themselves. */
    private static final Pattern INWARD = Pattern.compile("(docker|veth|br-|virbr|cni|flannel|tun|tap|wg|zt).*");

    private static final Pattern HOST = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private LanAddresses() {}

    /** The machine's name in multicast DNS, where it has one that a certificate can bear. */
    static List<String> hosts() {
        try {
            return host(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    static List<String> host(String name) {
        String label = name.toLowerCase(Locale.ROOT).replaceFirst("[.].*", "");
        return HOST.matcher(label).matches() && !label.equals("localhost") ? List.of(label + ".local") : List.of();
    }

    /** IPv4 addresses, the likeliest first. */
    static List<InetAddress> find() {
        try {
            List<InetAddress> found = new ArrayList<>();
            List<NetworkInterface> networks = Collections.list(NetworkInterface.getNetworkInterfaces());
            networks.sort(
                    Comparator.comparing((NetworkInterface network) -> INWARD.matcher(network.getName()).matches())
                            .thenComparingInt(NetworkInterface::getIndex));
            for (NetworkInterface network : networks) {
                if (network.isUp() && !network.isLoopback()) {
                    Collections.list(network.getInetAddresses()).stream().filter(Inet4Address.class::isInstance)
                            .forEach(found::add);
                }
            }
            return found;
        } catch (SocketException e) {
            throw new StartRefused("读不到本机网络地址：" + e.getMessage()
                    + "\nThis machine's network addresses cannot be read; start without --lan.");
        }
    }
}
