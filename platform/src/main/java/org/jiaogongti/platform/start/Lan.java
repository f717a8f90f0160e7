package org.jiaogongti.platform.start;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What {@code --lan} adds: https on every address, a certificate of our own, the QR code, and help with trusting it. */
final class Lan {

    private final String host;
    private final List<String> names;
    private final LocalAuthority.Kept kept;

    private Lan(String host, List<String> names, LocalAuthority.Kept kept) {
        this.host = host;
        this.names = names;
        this.kept = kept;
    }

    static Lan prepare(Path folder) {
        List<InetAddress> addresses = LanAddresses.find();
        if (addresses.isEmpty()) {
            throw new StartRefused("本机没有局域网地址，请先连上网络，或不加 --lan。\n"
                    + "This machine has no address in a local network; connect it first, or start without --lan.");
        }
        List<String> names = LanAddresses.hosts();
        LocalAuthority authority = new LocalAuthority(folder.resolve("tls"), Instant.now(), names);
        return new Lan(addresses.getFirst().getHostAddress(), names, authority.certificateFor(addresses));
    }

    Map<String, Object> settings() {
        return Map.of("server.address", "0.0.0.0", "server.ssl.enabled", true, "server.ssl.certificate",
                "file:" + kept.certificate(), "server.ssl.certificate-private-key", "file:" + kept.key(),
                "server.ssl.enabled-protocols", "TLSv1.2,TLSv1.3");
    }

    String address(int port) {
        return "https://" + host + ":" + port;
    }

    /** Says where phones find the application, and how they come to trust it. */
    TrustServer tell(Console console, int port) throws IOException {
        TrustServer trust = TrustServer.start(port == 0 || port == 65_535 ? 0 : port + 1, kept.authority(),
                address(port));
        console.line(QrCode.of(address(port), console.terminal()));
        console.line("手机先信任证书（一次）· phones trust the certificate first, once: http://" + host + ":" + trust.port());
        names.forEach(name -> console.line("通行密钥要用名字打开（数字地址不行）· passkeys need the name: https://" + name + ":" + port));
        console.line("证书文件 · certificate: " + kept.authority());
        return trust;
    }
}
