package org.jiaogongti.platform.start;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Under which addresses phones in the same network can reach this machine. */
final class LanAddresses {

    /** Networks that containers and virtual machines make for themselves. */
    private static final Pattern INWARD = Pattern.compile("(docker|veth|br-|virbr|cni|flannel|tun|tap|wg|zt).*");

    private LanAddresses() {}

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
