package org.jiaogongti.platform.start;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** An https server with the certificate, read the way the application's own server reads it. */
final class TlsEcho implements AutoCloseable {

    private final HttpsServer server;

    TlsEcho(LocalAuthority.Kept kept) throws IOException, GeneralSecurityException {
        SslStoreBundle stores = new PemSslStoreBundle(PemSslStoreDetails.forCertificate("file:" + kept.certificate())
                .withPrivateKey("file:" + kept.key()), null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(SslManagerBundle.from(stores, null).getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 5);
                exchange.getResponseBody().write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
