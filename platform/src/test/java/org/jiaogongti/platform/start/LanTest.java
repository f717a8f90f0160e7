package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LanTest {

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    private LocalAuthority.Kept made(Instant when, String... addresses) throws IOException {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(InetAddress.ofLiteral(address));
        }
        return new LocalAuthority(folder.resolve("tls"), when).certificateFor(all);
    }

    @Test
    void aPhoneThatTrustsTheAuthorityOpensThePageWithoutAWarning() throws Exception {
        LocalAuthority.Kept kept = made(now, "127.0.0.1");
        try (TlsEcho server = new TlsEcho(kept)) {
            HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(kept.authority())).build();
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/"))
                    .timeout(Duration.ofSeconds(20)).build();
            assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("hello");
            HttpClient other = HttpClient.newHttpClient();
            assertThatThrownBy(() -> other.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** A passkey takes a name, and phones trust one that only this network can have. */
    @Test
    void theCertificateBearsTheMachinesNameInItsOwnNetwork() throws Exception {
        List<InetAddress> addresses = List.of(InetAddress.ofLiteral("192.168.1.5"));
        LocalAuthority.Kept kept = new LocalAuthority(folder.resolve("named"), now, List.of("school-01.local"))
                .certificateFor(addresses);
        assertThat(names(kept)).contains("school-01.local", "192.168.1.5");
        byte[] authority = Files.readAllBytes(kept.authority());
        LocalAuthority.Kept renamed = new LocalAuthority(folder.resolve("named"), now, List.of("other.local"))
                .certificateFor(addresses);
        assertThat(names(renamed)).contains("other.local").doesNotContain("school-01.local");
        assertThat(Files.readAllBytes(kept.authority())).as("phones still trust it").isEqualTo(authority);
        LocalAuthority.Kept foreign = new LocalAuthority(folder.resolve("named"), now, List.of("bank.example"))
                .certificateFor(addresses);
        assertThat(names(foreign)).as("for a name of the internet it cannot speak").doesNotContain("bank.example");
        assertThat(LanAddresses.host("Laptop.bureau.example")).containsExactly("laptop.local");
        assertThat(LanAddresses.host("localhost")).isEmpty();
        assertThat(LanAddresses.host("10-0-0-1")).as("no label that begins so").isEmpty();
    }

    private static List<String> names(LocalAuthority.Kept kept) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(kept.certificate())) {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(in);
            return certificate.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))).toList();
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void theAuthorityIsMadeOnceAndTheCertificateAnewWhenItMustBe() throws IOException {
        LocalAuthority.Kept kept = made(now, "192.168.1.7");
        String authority = Files.readString(kept.authority());
        String certificate = Files.readString(kept.certificate());
        made(now.plus(Duration.ofDays(200)), "192.168.1.7");
        assertThat(Files.readString(kept.certificate())).isEqualTo(certificate);
        made(now, "192.168.1.8");
        String moved = Files.readString(kept.certificate());
        assertThat(moved).isNotEqualTo(certificate);
        made(now.plus(Duration.ofDays(380)), "192.168.1.8");
        assertThat(Files.readString(kept.certificate())).isNotEqualTo(moved);
        assertThat(Files.readString(kept.authority())).isEqualTo(authority);
    }

    @Test
    void aNetworkThatTheAuthorityWasNotMadeForGetsAnotherAuthority() throws IOException {
        LocalAuthority.Kept kept = made(now, "192.168.1.7");
        String authority = Files.readString(kept.authority());
        made(now, "10.1.2.3");
        assertThat(Files.readString(kept.authority())).isEqualTo(authority);
        made(now, "192.0.2.2");
        String forPublic = Files.readString(kept.authority());
        assertThat(forPublic).isNotEqualTo(authority);
        made(now, "192.0.2.2");
        assertThat(Files.readString(kept.authority())).isEqualTo(forPublic);
    }

    @Test
    void keysAreReadByTheirOwnerOnly() throws IOException {
        LocalAuthority.Kept kept = made(now, "192.168.1.7");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.key()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("tls").resolve("ca.key")))).isEqualTo("rw-------");
    }

    @Test
    void theQrCodeOnTheConsoleReadsAsTheAddress() throws Exception {
        String address = "https://192.168.120.107:8443";
        List<String> lines = QrCode.of(address, false).lines().toList();
        int scale = 4;
        int columns = lines.getFirst().length();
        int rows = lines.size() * 2;
        int[] pixels = new int[columns * scale * rows * scale];
        for (int y = 0; y < rows * scale; y++) {
            for (int x = 0; x < columns * scale; x++) {
                char block = lines.get(y / scale / 2).charAt(x / scale);
                boolean light = block == '█' || (y / scale % 2 == 0 ? block == '▀' : block == '▄');
                pixels[y * columns * scale + x] = light ? 0xFFFFFF : 0;
            }
        }
        var image = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(columns * scale, rows * scale, pixels)));
        assertThat(new QRCodeReader().decode(image).getText()).isEqualTo(address);
    }

    @Test
    void theTrustPageHandsOutTheCertificateAndNothingElse() throws Exception {
        LocalAuthority.Kept kept = made(now, "192.168.1.7");
        try (TrustServer server = TrustServer.start(0, kept.authority(), "https://192.168.1.7:8080")) {
            assertThat(get(server, "/").body()).contains("https://192.168.1.7:8080", "/ca.crt");
            assertThat(get(server, "/ca.crt").body()).isEqualTo(Files.readString(kept.authority()));
            assertThat(get(server, "/tls/ca.key").statusCode()).isEqualTo(404);
        }
    }

    private static HttpResponse<String> get(TrustServer server, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
