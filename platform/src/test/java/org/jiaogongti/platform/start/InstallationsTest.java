package org.jiaogongti.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaogongti.platform.postgres.NewSecrets;
import org.jiaogongti.platform.seal.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installation keeps to itself is made there and is no other's; and only its owner may read it. */
final class InstallationsTest {

    @TempDir
    Path folder;

    @Test
    void twoInstallationsDifferInEverySecret() throws IOException {
        Set<String> first = secretsOf(folder.resolve("one"));
        Set<String> second = secretsOf(folder.resolve("two"));
        // Three database passwords, the keys that seal and sign, those of the authority and of the server.
        assertThat(first).hasSize(7).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(7);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> secret = files.filter(file -> file.toString().matches(".*(\\.key|secrets)")).toList();
            assertThat(secret).hasSize(10);
            for (Path file : secret) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    private static Set<String> secretsOf(Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<String> secrets = new HashSet<>(NewSecrets.in(folder.resolve("secrets")));
        new KeyFile(SealingKey.of(folder, Map.of()).file(), KeyFile.Use.SEALING).add();
        new KeyFile(HeadPlaces.of(folder, Map.of()).keyFile(), KeyFile.Use.SIGNING).add();
        for (String file : List.of("sealing.key", "signing.key")) {
            Files.readAllLines(folder.resolve(file)).stream().filter(line -> line.matches("[^#]+=.*"))
                    .forEach(line -> secrets.add(line.substring(line.indexOf('=') + 1)));
        }
        LocalAuthority.Kept kept = new LocalAuthority(folder.resolve("tls"), Instant.parse("2026-01-01T00:00:00Z"))
                .certificateFor(List.of(InetAddress.ofLiteral("192.168.1.5")));
        secrets.add(Files.readString(kept.key()));
        secrets.add(Files.readString(folder.resolve("tls").resolve("ca.key")));
        return secrets;
    }
}
